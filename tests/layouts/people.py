"""The invented students of the layout fixtures; an IT skill inside a sentence is set in [brackets]."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """A job, a project or a course of study."""

    title: str
    place: str
    dates: str
    points: tuple[str, ...]


@dataclass(frozen=True)
class Person:
    """All that a resume can say of one student."""

    name: str
    headline: str
    contact: tuple[str, ...]
    profile: str
    skills: tuple[tuple[str, str], ...]
    jobs: tuple[Entry, ...]
    projects: tuple[Entry, ...]
    education: tuple[Entry, ...]
    certifications: tuple[str, ...]
    languages: tuple[str, ...]


def contact(user: str, phone: str, town: str) -> tuple[str, ...]:
    """E-mail, telephone, town and page of a student."""
    return f"{user}@example.org", phone, town, f"example.org/{user}"


SUPPORT = Person(
    "Mara Ellwood",
    "IT support student",
    contact("mara.ellwood", "+44 1632 960147", "Harrowby, UK"),
    "Second-year computing student who likes fixing what others find baffling. Looking for a summer internship on a"
    " service desk with [Windows 11] clients and [Microsoft 365].",
    (
        ("Systems", "Windows 10, Windows 11, Windows Server, Ubuntu, macOS"),
        ("Accounts", "Active Directory, Group Policy, Microsoft Entra ID, Microsoft Intune"),
        ("Service desk", "ServiceNow, Jira, Zendesk, ITIL"),
        ("Networks", "TCP/IP, DHCP, DNS, VPN, Wi-Fi"),
        ("Scripts", "PowerShell, Bash, Python"),
    ),
    (
        Entry(
            "Service desk assistant",
            "Ferrow Valley College",
            "Sep 2024 – Jun 2026",
            (
                "Answered twenty tickets a week in [ServiceNow] and closed nine of ten within the agreed time.",
                "Reset passwords and unlocked accounts in [Active Directory] for staff and students across four sites.",
                "Configured laptops with [Microsoft Intune] and joined them to the college domain before each term.",
            ),
        ),
        Entry(
            "Workshop volunteer",
            "Tinker Barn Repair",
            "Jun 2023 – Aug 2023",
            (
                "Replaced drives and memory in donated computers and installed [Linux Mint] on those too old to sell.",
                "Wrote a checklist in [Confluence] so that the next volunteers could work without asking.",
            ),
        ),
    ),
    (
        Entry(
            "Home lab",
            "own project",
            "2025",
            (
                "Built a domain with two [Windows Server] machines on [Hyper-V] and applied [Group Policy] to clients.",
                "Scripted the creation of fifty test users in [PowerShell] from an [Excel] sheet.",
            ),
        ),
        Entry(
            "Ticket finder",
            "course project",
            "2024",
            (
                "Wrote a small [Python] tool that finds earlier answers to a ticket in a [SQLite] file.",
                "Kept the source in [Git] and showed it to the class with a working offline copy.",
            ),
        ),
    ),
    (
        Entry(
            "BSc Computing",
            "Ferrow Valley College",
            "2024 – 2027",
            ("Modules: [Operating Systems], [Computer Networks], [Databases], Office Workflows.",),
        ),
        Entry("A Levels", "Quarry Hill School", "2022 – 2024", ("Computer Science, Mathematics, Geography.",)),
    ),
    ("[CompTIA A+], 2025", "[ITIL 4 Foundation], 2026", "[Microsoft 365 Fundamentals], 2025"),
    ("English (native)", "Welsh (fluent)"),
)

NETWORK = Person(
    "Teo Brandvik",
    "Network technology student",
    contact("teo.brandvik", "+47 55 50 01 23", "Skarnes, Norway"),
    "Networking student with two years of hands-on practice in campus cabling and [Cisco IOS]. Seeks an internship with"
    " a network operations team.",
    (
        ("Routing", "OSPF, BGP, EIGRP, static routing"),
        ("Switching", "VLAN, STP, EtherChannel, Ethernet"),
        ("Services", "DNS, DHCP, NAT, SNMP, NTP, QoS"),
        ("Vendors", "Cisco IOS, Juniper Junos, MikroTik, pfSense"),
        ("Tools", "Wireshark, Cisco Packet Tracer, GNS3, Nmap, Zabbix"),
        ("Automation", "Python, Ansible, Netmiko, Git"),
    ),
    (
        Entry(
            "Network assistant",
            "Fjordlys Fibre",
            "Jan 2025 – Dec 2025",
            (
                "Traced faults between customers and the core with [Wireshark] and wrote up the findings.",
                "Moved forty access switches to a new [VLAN] plan without loss of service in office hours.",
                "Watched links in [Zabbix] and drew the weekly graphs with [Grafana].",
            ),
        ),
        Entry(
            "Cabling helper",
            "Nordre Kabel",
            "Jun 2024 – Aug 2024",
            (
                "Terminated and tested copper and [fiber optics] in three school buildings.",
                "Labelled patch panels and kept the drawings in [Microsoft Visio] up to date.",
            ),
        ),
    ),
    (
        Entry(
            "Three-site lab",
            "course project",
            "2025",
            (
                "Joined three sites with [IPsec] tunnels and [OSPF] in [GNS3], with a [firewall] at each edge.",
                "Backed up every configuration nightly by an [Ansible] playbook kept in [GitHub].",
            ),
        ),
        Entry(
            "Address planner",
            "own project",
            "2024",
            (
                "Wrote a [Python] script that divides an [IPv4] block among sites and prints the [subnetting] table.",
                "Added [IPv6] prefixes and checked the results against [NetBox].",
            ),
        ),
    ),
    (
        Entry(
            "BSc Network Engineering",
            "Skarnes Technical School",
            "2023 – 2026",
            ("Courses: [Network Security], [Linux], Wireless Networks, Fibre Transmission.",),
        ),
        Entry("Vocational certificate", "Elvelund School", "2021 – 2023", ("Electronics and computer technology.",)),
    ),
    ("[CCNA], 2025", "[CompTIA Network+], 2024", "[MTCNA], 2024"),
    ("Norwegian (native)", "English (fluent)", "German (basic)"),
)

SECURITY = Person(
    "Inès Calloway",
    "Cyber security student",
    contact("ines.calloway", "+44 1632 960512", "Marsh Leyton, UK"),
    "Third-year student of cyber security with a taste for blue-team work, [threat hunting] and clear reports. Offers"
    " a first-class lab notebook and steady nerves.",
    (
        ("Detection", "Splunk, Wazuh, Microsoft Sentinel, Suricata, Snort"),
        ("Testing", "Burp Suite, Nmap, Metasploit, OWASP ZAP, Nessus"),
        ("Forensics", "Autopsy, Volatility, Wireshark, YARA"),
        ("Frameworks", "MITRE ATT&CK, OWASP Top 10, NIST CSF, ISO 27001"),
        ("Code", "Python, Bash, PowerShell, SQL"),
    ),
    (
        Entry(
            "SOC trainee",
            "Greywater Defence",
            "Jun 2025 – Sep 2025",
            (
                "Sorted alerts in [Microsoft Sentinel] and wrote two [KQL] rules that cut false alarms by a fifth.",
                "Investigated phishing reports and recorded each step in [Jira] for the second line.",
                "Mapped the findings of a tabletop exercise to [MITRE ATT&CK].",
            ),
        ),
        Entry(
            "Student ambassador",
            "Leyton University",
            "Oct 2024 – May 2026",
            (
                "Taught first-year students to configure [multi-factor authentication] and password managers.",
                "Ran an offline capture-the-flag event for sixty people on [Docker] hosts.",
            ),
        ),
    ),
    (
        Entry(
            "Detection lab",
            "own project",
            "2025",
            (
                "Joined [Wazuh] and [Suricata] on [Ubuntu] and replayed recorded attacks against a [honeypot].",
                "Wrote [Sigma] rules for each attack and published them on [GitHub].",
            ),
        ),
        Entry(
            "Shop audit",
            "course project",
            "2024",
            (
                "Found [SQL injection] and [XSS] faults in a practice shop with [Burp Suite].",
                "Explained the fixes to the owners in a four-page report with a CVSS score for each.",
            ),
        ),
    ),
    (
        Entry(
            "BSc Cyber Security",
            "Leyton University",
            "2023 – 2026",
            ("Modules: [Cryptography], [Digital Forensics], [Network Security], [Risk Assessment].",),
        ),
        Entry("Extended Diploma in IT", "Saltfen College", "2021 – 2023", ("Distinction in all final units.",)),
    ),
    ("[CompTIA Security+], 2025", "[ISC2 Certified in Cybersecurity], 2024", "[Splunk Core Certified User], 2025"),
    ("English (native)", "French (fluent)"),
)

CLOUD = Person(
    "Jonas Okparé",
    "Cloud and DevOps student",
    contact("jonas.okpare", "+49 30 5550 1788", "Wiesenbrück, Germany"),
    "Computer science student who automates everything twice. Runs small services on [AWS] and wants to learn how a"
    " platform team keeps large ones efficient.",
    (
        ("Cloud", "AWS, Amazon EC2, Amazon S3, AWS Lambda, Microsoft Azure"),
        ("Containers", "Docker, Kubernetes, Helm, Docker Compose"),
        ("Automation", "Terraform, Ansible, GitHub Actions, Jenkins, GitLab CI"),
        ("Watching", "Prometheus, Grafana, Loki, OpenTelemetry"),
        ("Languages", "Python, Go, Bash, YAML, SQL"),
        ("Systems", "Linux, Debian, Nginx, PostgreSQL, Redis"),
    ),
    (
        Entry(
            "Platform intern",
            "Kessel Hosting",
            "Mar 2025 – Aug 2025",
            (
                "Moved nine services from virtual machines to [Kubernetes] and wrote their [Helm] charts.",
                "Halved the build time of the main workflow in [GitHub Actions] by caching [Docker] layers.",
                "Described the staging network in [Terraform] so that it can be rebuilt within the hour.",
            ),
        ),
        Entry(
            "Systems tutor",
            "Wiesenbrück University",
            "Oct 2024 – Feb 2025",
            (
                "Held weekly exercises on [Linux], [Bash] and [Git] for thirty students.",
                "Corrected homework with a script in [Go] that reports to [GitLab].",
            ),
        ),
    ),
    (
        Entry(
            "Photo backup",
            "own project",
            "2025",
            (
                "Serverless backup on [AWS Lambda] and [Amazon S3], paid with less than one euro a month.",
                "Alarms by [Amazon CloudWatch], rights by [AWS IAM], all of it in [CloudFormation].",
            ),
        ),
        Entry(
            "Club status page",
            "chess club",
            "2024",
            (
                "A page in [Flask] behind [Nginx] that shows the health of six machines from [Prometheus].",
                "Deployed by [Ansible] to two [Debian] hosts with no manual step.",
            ),
        ),
    ),
    (
        Entry(
            "BSc Computer Science",
            "Wiesenbrück University",
            "2023 – 2026",
            ("Courses: [Distributed Systems], [Operating Systems], Software Engineering, Statistics.",),
        ),
        Entry("Abitur", "Lindenhof School", "2015 – 2023", ("Final grade 1.6, advanced mathematics and physics.",)),
    ),
    ("[AWS Certified Cloud Practitioner], 2025", "[Terraform Associate], 2025", "[Azure Fundamentals], 2024"),
    ("German (native)", "English (fluent)", "Igbo (family)"),
)

DATA = Person(
    "Lena Fairholm",
    "Data analytics student",
    contact("lena.fairholm", "+1 555 010 0162", "Cedar Flats, OR"),
    "Statistics student who turns untidy tables into short answers. Confident in [SQL] and [Python], and careful about"
    " what a figure does and does not say.",
    (
        ("Languages", "Python, SQL, R, DAX"),
        ("Libraries", "pandas, NumPy, scikit-learn, Matplotlib, ggplot2"),
        ("Databases", "PostgreSQL, MySQL, BigQuery, Snowflake"),
        ("Reports", "Power BI, Tableau, Microsoft Excel, Looker Studio"),
        ("Pipelines", "dbt, Apache Airflow, Apache Spark, ETL"),
        ("Methods", "linear regression, A/B testing, time series, clustering"),
    ),
    (
        Entry(
            "Data analyst intern",
            "Copperleaf Insurance",
            "May 2025 – Aug 2025",
            (
                "Built a [Power BI] report on claims that replaced four weekly spreadsheets.",
                "Rewrote slow queries in [Snowflake] and cut the nightly load from two hours to fifteen minutes.",
                "Modelled the claims tables in [dbt] with tests for every key.",
            ),
        ),
        Entry(
            "Library assistant",
            "Cedar Flats Library",
            "Sep 2023 – May 2025",
            (
                "Counted visits and loans in [Microsoft Excel] with [pivot tables] for the yearly report.",
                "Taught evening classes in [Google Sheets] for first-time users.",
            ),
        ),
    ),
    (
        Entry(
            "Bus delays",
            "course project",
            "2025",
            (
                "Collected two million arrivals with [Python], kept them in [PostgreSQL] and fit a [random forest].",
                "Showed the worst stops on a map made in [Plotly] and published with [Streamlit].",
            ),
        ),
        Entry(
            "Survey weights",
            "own project",
            "2024",
            (
                "Reweighted a student survey in [R] with the [tidyverse] and wrote it up in [Jupyter].",
                "Kept data and code under [Git], with fixed seeds so that the figures can be made again.",
            ),
        ),
    ),
    (
        Entry(
            "BS Statistics",
            "Tamarack State University",
            "2023 – 2027",
            ("Coursework: [Machine Learning], [Probability], [Databases], Survey Design.",),
        ),
        Entry("High school diploma", "Cedar Flats High", "2019 – 2023", ("Advanced placement in calculus.",)),
    ),
    (
        "[Microsoft Certified: Power BI Data Analyst Associate], 2025",
        "[Google Data Analytics Certificate], 2024",
        "[Tableau Desktop Specialist], 2025",
    ),
    ("English (native)", "Swedish (basic)"),
)

WEB = Person(
    "Noé Santamar",
    "Web development student",
    contact("noe.santamar", "+33 1 99 00 44 17", "Valcourt, France"),
    "Front-end minded student who also enjoys the database. Builds pages that work offline, on old telephones and with"
    " a screen reader.",
    (
        ("Front end", "HTML, CSS, JavaScript, TypeScript, React, Vue.js, Sass"),
        ("Back end", "Node.js, Express, PHP, Laravel, REST API, GraphQL"),
        ("Data", "MySQL, MongoDB, Redis"),
        ("Tests", "Jest, Cypress, Playwright"),
        ("Tools", "Git, Docker, Vite, npm, Figma, WordPress"),
    ),
    (
        Entry(
            "Web developer intern",
            "Atelier Brume",
            "Apr 2025 – Jul 2025",
            (
                "Rebuilt the booking form in [React] and [TypeScript] and halved the number of abandoned bookings.",
                "Wrote end-to-end tests in [Cypress] that run in [GitLab CI] before each release.",
                "Brought nine client sites to level AA of [WCAG] with simple [CSS] and honest [HTML].",
            ),
        ),
        Entry(
            "Freelance developer",
            "self-employed",
            "Jan 2024 – Mar 2025",
            (
                "Made four shops on [WordPress] and [WooCommerce] for craftspeople of the region.",
                "Moved the mailing list of a theatre to [Laravel] with a [MySQL] store.",
            ),
        ),
    ),
    (
        Entry(
            "Tide table",
            "own project",
            "2025",
            (
                "A [progressive web app] in [Svelte] that shows the tides with no network at all.",
                "Data come from a [REST API] written in [Node.js] and cached in [Redis].",
            ),
        ),
        Entry(
            "Recipe exchange",
            "course project",
            "2024",
            (
                "A site in [Next.js] with a [GraphQL] layer over [MongoDB], made by a team of four in [Scrum].",
                "Designed the screens in [Figma] and set up [ESLint] for the team.",
            ),
        ),
    ),
    (
        Entry(
            "Licence Informatique",
            "Université de Valcourt",
            "2023 – 2026",
            ("Courses: [Web Development], [Databases], [Algorithms], Human Factors.",),
        ),
        Entry("Baccalauréat", "Lycée des Tilleuls", "2020 – 2023", ("Mathematics and digital sciences.",)),
    ),
    ("[Meta Front-End Developer Certificate], 2025", "Opquast quality, 2024", "[MongoDB Associate Developer], 2025"),
    ("French (native)", "English (fluent)", "Catalan (good)"),
)

QUALITY = Person(
    "Owen Thistlewood",
    "Software testing student",
    contact("owen.thistlewood", "+353 1 555 0199", "Ballyfinnan, Ireland"),
    "Patient tester with a programmer's habits. Enjoys finding the one field that accepts what it should refuse, and"
    " writing the report that gets it mended.",
    (
        ("Automation", "Selenium, Playwright, Cypress, Appium, Robot Framework"),
        ("Unit tests", "JUnit, pytest, TestNG, Mockito"),
        ("Interfaces", "Postman, REST Assured, SoapUI, JSON, REST API"),
        ("Load", "JMeter, k6, Gatling"),
        ("Tracking", "Jira, TestRail, Azure DevOps, Confluence"),
        ("Languages", "Java, Python, JavaScript, SQL, Gherkin"),
    ),
    (
        Entry(
            "QA intern",
            "Larkfield Payments",
            "Jun 2025 – Dec 2025",
            (
                "Wrote ninety [Selenium] tests in [Java] for the refund workflow and ran them nightly in [Jenkins].",
                "Found a rounding fault before release by [exploratory testing] and filed it with the exact figures.",
                "Measured the limits of the payment interface with [JMeter] and drew the curves for the team.",
            ),
        ),
        Entry(
            "Game tester",
            "Puffin Forge Studio",
            "Jul 2024 – Sep 2024",
            (
                "Played each build on six devices and recorded faults in [Jira] with video.",
                "Wrote [test cases] for the shop and the save files in [TestRail].",
            ),
        ),
    ),
    (
        Entry(
            "Timetable tests",
            "course project",
            "2025",
            (
                "Specified the student timetable in [Gherkin] and bound it to code with [Cucumber].",
                "Reached ninety percent [code coverage] with [pytest] and [GitHub Actions].",
            ),
        ),
        Entry(
            "Fuzz box",
            "own project",
            "2024",
            (
                "A [Docker] image that feeds broken files to small [C] programs and keeps what crashes them.",
                "Filed five confirmed faults with free software projects on [GitHub].",
            ),
        ),
    ),
    (
        Entry(
            "BSc Software Development",
            "Finnan Institute",
            "2023 – 2027",
            ("Modules: [Software Testing], [Object-Oriented Programming], [Agile], Technical Writing.",),
        ),
        Entry("Leaving Certificate", "Ballyfinnan School", "2017 – 2023", ("Higher level mathematics and physics.",)),
    ),
    ("[ISTQB Foundation Level], 2025", "[Postman Student Expert], 2024", "[Scrum Fundamentals Certified], 2024"),
    ("English (native)", "Irish (fluent)"),
)

EMBEDDED = Person(
    "Sana Verrill",
    "Embedded systems student",
    contact("sana.verrill", "+61 5550 0123", "Wattle Creek, Australia"),
    "Electronics student who writes firmware and solders the board it runs on. Likes oscilloscopes, low currents and"
    " code that fits in sixty-four kilobytes.",
    (
        ("Languages", "C, C++, Python, Rust, Assembly, MATLAB"),
        ("Hardware", "STM32, ESP32, Arduino, Raspberry Pi, FPGA"),
        ("Buses", "I2C, SPI, UART, CAN bus, Modbus"),
        ("Software", "FreeRTOS, Zephyr, Embedded Linux, Yocto"),
        ("Tools", "KiCad, GDB, CMake, Git, oscilloscope, JTAG"),
        ("Networks", "MQTT, Bluetooth Low Energy, LoRaWAN, Zigbee"),
    ),
    (
        Entry(
            "Firmware intern",
            "Banksia Instruments",
            "Nov 2025 – Feb 2026",
            (
                "Ported a soil sensor from a bare loop to [FreeRTOS] on [STM32] and cut its current by a third.",
                "Found a race in the [I2C] driver with a logic analyser and wrote the test that now guards it.",
                "Set up the build in [CMake] and [Docker] so that every desk makes the same image.",
            ),
        ),
        Entry(
            "Robotics mentor",
            "Wattle Creek High",
            "Feb 2024 – Nov 2025",
            (
                "Led a club of twelve through its first line follower with [Arduino] and [C++].",
                "Drew the spare parts in [Fusion 360] and made them by [3D printing].",
            ),
        ),
    ),
    (
        Entry(
            "Tank watcher",
            "own project",
            "2025",
            (
                "Battery node with [LoRaWAN] that reports the level of a farm tank to a [Raspberry Pi].",
                "Readings go through [MQTT] to [InfluxDB] and are shown in [Grafana].",
            ),
        ),
        Entry(
            "Audio filter",
            "course project",
            "2024",
            (
                "A [finite impulse response filter] in [VHDL] on an [FPGA], checked against [MATLAB].",
                "Presented the efficient fixed-point version in the final workshop.",
            ),
        ),
    ),
    (
        Entry(
            "BEng Electronics",
            "Acacia Technical University",
            "2023 – 2027",
            ("Units: [Digital Electronics], [Signal Processing], [Real-Time Systems], Circuit Design.",),
        ),
        Entry("School certificate", "Wattle Creek High", "2017 – 2022", ("Physics, chemistry, advanced mathematics.",)),
    ),
    ("[ARM Accredited Engineer], 2025", "[KiCad Board Design Certificate], 2024", "[CompTIA Linux+], 2026"),
    ("English (native)", "Urdu (fluent)"),
)

EVERYBODY = {
    "support": SUPPORT,
    "network": NETWORK,
    "security": SECURITY,
    "cloud": CLOUD,
    "data": DATA,
    "web": WEB,
    "quality": QUALITY,
    "embedded": EMBEDDED,
}
