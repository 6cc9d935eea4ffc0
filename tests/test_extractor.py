"""What lines of resumes claim, read with the real taxonomy."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.model.resume import Document, Period


def claims(mentions):
    return [(mention.skill_id, mention.assertion) for mention in mentions]


@pytest.mark.parametrize(
    ("line", "assertion"),
    [
        ("Built a service in Docker", "held"),
        ("Currently learning Docker", "learning"),
        ("Docker (in progress)", "learning"),
        ("I want to learn Docker", "wanted"),
        ("Interested in Docker", "wanted"),
        ("Looking for a Docker internship", "wanted"),
        ("Seeking a post where I can use Docker", "held"),
        ("No experience with Docker", "negated"),
        ("I have never used Docker", "negated"),
        ("No Docker experience yet", "negated"),
        ("Will be taking a Docker course", "learning"),
        ("Not familiar with Docker", "negated"),
    ],
)
def test_a_cue_changes_what_a_mention_claims(read, line, assertion):
    (mention,) = read(line)

    assert (mention.skill_id, mention.assertion) == ("docker", assertion)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("No experience with Java, but built tools in Python", [("java", "negated"), ("python", "held")]),
        ("Not only Python but also Java", [("python", "held"), ("java", "held")]),
        (
            "Currently learning Docker and Kubernetes. Used Python.",
            [("docker", "learning"), ("kubernetes", "learning"), ("python", "held")],
        ),
        ("Python, Docker (in progress), Java", [("python", "held"), ("docker", "learning"), ("java", "held")]),
        ("I want to learn Docker; proficient in Python", [("docker", "wanted"), ("python", "held")]),
    ],
)
def test_a_cue_governs_to_the_end_of_its_clause(read, line, expected):
    assert claims(read(line)) == expected


def test_a_cue_that_is_a_skill_itself_still_governs(read):
    found = dict(claims(read("Keen to learn Docker")))

    assert found == {"willingness-to-learn": "held", "docker": "wanted"}


def test_machine_learning_is_no_cue_for_learning(read):
    assert ("python", "held") in claims(read("Machine learning with Python"))


@pytest.mark.parametrize(
    ("line", "skills"),
    [
        ("Languages: C, C++, C#, Java", ["c", "c-plus-plus", "c-sharp", "java"]),
        ("SKILLS\nPython3/Django, HTML5,CSS3, React.js/Redux", ["python", "django", "html", "css", "react", "redux"]),
        ("SKILLS\nC/C++; HTML/CSS/JavaScript", ["c", "c-plus-plus", "html", "css", "javascript"]),
        ("SKILLS\nSHELL\nSCRIPTING (10+ years), SQL", ["shell-scripting", "sql"]),
        ("Configured TCP/IP and Red\nhat Linux servers", ["tcp-ip", "red-hat-enterprise-linux"]),
    ],
)
def test_names_are_cut_apart_where_people_write_them_together(read, line, skills):
    assert [mention.skill_id for mention in read(line) if mention.skill_id in skills] == skills


@pytest.mark.parametrize(
    ("line", "never"),
    [
        ("Worked in R&D for a year", "r"),
        ("The site went live; helped the go live", "go"),
        ("Built a robot from scratch", "scratch"),
        ("Tabletop games, Python (less than 1 year)", "less"),
        ("Spring 2025 semester", "spring"),
        ("https://github.com/ann/python-tools", "github"),
        ("ann@python.example.com", "python"),
        ("Bachelor of Science in Computer Science, 2026", "computer-science"),
        ("EXPERIENCE\nOracle Corporation, Austin\nJune 2024 - August 2024", "oracle-database"),
        ("Training at Docker Technologies", "docker"),
        ("Intern, Kubernetes Ltd, 2025", "kubernetes"),
        ("Database tools: MySQL", "databases"),
        ("Student exchange in Spain", "exchange-server"),
        ("I was responsible for the stock room", "responsibility"),
        ("I excel under pressure", "excel"),
        ("SKILLS\nOperating systems ....... Windows, Ubuntu", "operating-systems"),
        ("SKILLS\nCloud | EC2, S3, Lambda", "cloud-computing"),
    ],
)
def test_an_everyday_reading_is_no_claim(read, line, never):
    assert never not in {mention.skill_id for mention in read(line)}


def test_sections_are_found_whatever_their_layout(read):
    text = (
        "Ann Lee\n\nTECHNICAL SKILLS:-\nPython\n\nWork Experience\nHelp desk, 2024\n- Used Docker\n\n"
        "P R O J E C T S\nBuilt with Java\n"
    )

    assert {(mention.skill_id, mention.section) for mention in read(text)} >= {
        ("python", "skills"),
        ("docker", "experience"),
        ("java", "projects"),
    }


def test_a_labelled_line_of_hobbies_claims_nothing_and_the_next_line_does(read):
    mentions = read("PERSONAL DETAILS\nHobbies: Python, chess\nUsed Docker at home\n")

    assert claims(mentions) == [("python", "wanted"), ("docker", "held")]


def test_a_capital_name_after_a_word_of_means_is_a_tool(read):
    assert ("excel", "held") in claims(read("Kept the inventory in Excel and checked it daily"))
    assert "excel" not in {mention.skill_id for mention in read("Pupils who want to excel in class")}


def test_what_stands_under_interests_is_wanted_and_under_references_nothing(read):
    mentions = read("AREAS OF INTEREST\nPython\n\nREFERENCES\nBob, Java teacher\n")

    assert claims(mentions) == [("python", "wanted")]


def test_two_jobs_are_two_entries_and_bullets_of_one_job_are_one(read):
    text = (
        "EXPERIENCE\nTechnician, Campus IT, 2023 - 2024\n- Wrote Python scripts\n- Ran Docker hosts\n\n"
        "Intern, Example Ltd, 2025\n- Wrote Java tools\n"
    )
    blocks = {mention.skill_id: mention.block for mention in read(text)}

    assert blocks["python"] == blocks["docker"] != blocks["java"]


def test_a_line_never_runs_on_into_a_heading(read):
    text = "PROJECTS\nBuilt a long description of a network scanner with Python and Nmap\nEXPERIENCE\nSales\n"
    (mention,) = (mention for mention in read(text) if mention.skill_id == "python")

    assert text[slice(*mention.quote)].endswith("Nmap")


def test_a_quote_is_the_line_that_shows_the_skill(read):
    text = "EXPERIENCE\nIntern, Example Ltd, 2025\n- Wrote backup scripts in Python\n- Answered calls\n"
    (mention,) = (mention for mention in read(text) if mention.skill_id == "python")

    assert text[slice(*mention.quote)] == "- Wrote backup scripts in Python"


ALPHABET = string.printable + "•–—’ﬁé中\u200b\u00ad"


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet=ALPHABET, max_size=400))
def test_any_text_is_read_twice_alike_and_every_surface_stands_where_it_says(extractor, text):
    first = extractor.extract(Document("any", text)).mentions

    assert first == extractor.extract(Document("any", text)).mentions
    assert all(mention.surface == text[mention.start : mention.end] for mention in first)
    assert [mention.start for mention in first] == sorted(mention.start for mention in first)


@pytest.mark.parametrize(
    ("line", "claims_"),
    [
        ("Familiar with Docker and Ansible", [("docker", "hedged"), ("ansible", "hedged")]),
        ("Exposure to Docker, proficient in Python", [("docker", "hedged"), ("python", "")]),
        ("Basic Python, Java", [("python", "hedged"), ("java", "")]),
        ("Python (beginner), Java", [("python", "hedged"), ("java", "")]),
        ("Expert in Python", [("python", "")]),
        ("No experience with Docker, but familiar with Python", [("docker", ""), ("python", "hedged")]),
    ],
)
def test_a_hedge_lowers_what_is_held_and_takes_nothing_back(read, line, claims_):
    assert [(mention.skill_id, mention.qualifier) for mention in read(line)] == claims_


@pytest.mark.parametrize(
    ("line", "claim"),
    [
        ("CompTIA Security+", "held"),
        ("CompTIA Security+ (in progress)", "learning"),
        ("CompTIA Security+ (expected March 2027)", "expected"),
        ("Exam booked: none. Planning to take CompTIA Security+", "expected"),
        ("CompTIA Security+ (expired 2022)", "expired"),
        ("Interested in CompTIA Security+", "wanted"),
    ],
)
def test_a_certification_has_a_status(read, line, claim):
    assert [
        mention.claim for mention in read(f"CERTIFICATIONS\n{line}\n") if mention.skill_id == "comptia-security-plus"
    ] == [claim]


def test_a_name_that_may_be_an_everyday_word_is_a_question(extractor):
    found = extractor.extract(Document("line.txt", "My mentor said that Chef was a revelation to us all"))

    assert [(mention.surface, mention.assertion) for mention in found.mentions] == [("Chef", "uncertain")]


def test_terms_that_are_not_known_are_collected_from_lists_of_skills_alone(extractor):
    text = "SKILLS\nPython, Zorbulator, SQL, Quux Manager 3\nLanguages: English, Hindi\n\nEXPERIENCE\nZipzap, Inc\n"

    assert [term.surface for term in extractor.extract(Document("a", text)).terms] == ["Zorbulator", "Quux Manager 3"]


@pytest.mark.parametrize(
    ("slip", "skill_id"),
    [
        ("Kuberentes", "kubernetes"),
        ("Wireshrak", "wireshark"),
        ("Javascrpit", "javascript"),
        ("Postgressql", "postgresql"),
    ],
)
def test_a_slip_in_a_list_of_skills_is_mended(read, slip, skill_id):
    found = read(f"SKILLS\nPython, {slip}, SQL\n")

    assert [(mention.skill_id, mention.surface) for mention in found][1] == (skill_id, slip)


@pytest.mark.parametrize("word", ["Locker", "Reach", "Scale", "Ansibled tests", "Pandora"])
def test_a_word_of_its_own_is_no_slip(extractor, word):
    found = extractor.extract(Document("a", f"SKILLS\nPython, {word}, SQL\n"))

    assert {mention.skill_id for mention in found.mentions} == {"python", "sql"}


def test_months_and_stated_use_travel_with_a_mention(read):
    text = "EXPERIENCE\n\nIT Assistant, Hill School\nJune 2024 - Aug 2024\n- Ran Wireshark (2 years) captures\n"
    (found,) = [mention for mention in read(text) if mention.skill_id == "wireshark"]

    assert found.period == Period(2024 * 12 + 5, 2024 * 12 + 8, measured=True)
    assert (found.stated, found.months) == ("2 years", 24)


@pytest.mark.parametrize(
    ("line", "skill_id"),
    [
        ("Led 12 soldiers on a joint exercise", "leadership"),
        ("lead the morning team of 7 and opened the shop", "leadership"),
        ("Trained 20 + new hires", "teaching-others"),
        ("trained six starters at the till", "teaching-others"),
        ("Managed 15 stewards at the ground", "supervision"),
        ("Briefed the commander twice a day", "presentation-skills"),
        ("explained it to the board with no jargon", "technical-explanation"),
    ],
)
def test_a_soft_skill_is_told_by_what_was_done(read, line, skill_id):
    assert skill_id in {mention.skill_id for mention in read(line)}


@pytest.mark.parametrize("line", ["Led 3 projects", "Trained two neural networks", "Managed 200 devices"])
def test_what_was_done_with_things_is_no_work_with_people(read, line):
    told = {"leadership", "teaching-others", "supervision"}

    assert not told & {mention.skill_id for mention in read(line)}


@pytest.mark.parametrize(
    "line",
    [
        "Mr Perl, librarian",
        "Studio assistant for Prof. Delphine Sass",
        "Barista at Java Junction Coffee",
        "The developers did it in Java, the rest is mine",
        "Someone else writes them in Java",
        "High school diploma, Jenkins Street High School",
        "Wrote the tests. Priya did the Java, and Tom wrote the Perl",
        "The load test was handled by the performance team in Java",
        "The shop is being redone in Java by a contractor",
        "Platform of 35 Java and Perl developers",
        "A levels: Geography (A), Java (B)",
        "Clerk at a maker of Java kiosks",
        "Cook at a Java start-up of twelve people",
        "Temp in a shop known for hosted Java",
        "Java & Sons, Shipwrights: kept the stores",
        "Night porter, Hotel Jenkins, Brno",
        "The platform team ran Java; I wrote the release notes",
        "My teammate trained the models in Java while I labelled photos",
        "Assistant to the Java Institute, Marlow",
        "Find me as @java_tom or at photos.example.org/java-2.jpg",
    ],
)
def test_people_places_and_other_peoples_work_claim_nothing(read, line):
    assert not {"perl", "sass", "java", "jenkins"} & {mention.skill_id for mention in read(line)}


@pytest.mark.parametrize(
    "line",
    [
        "Not only used Docker, but taught it",
        "Website developed by using Docker",
        "Dashboard in Docker used by the sales team",
        "Technologies used Docker, Linux",
        "Docker has not lost a container",
        "Never missed a patch window on the Docker hosts",
        "There is nothing I cannot run in Docker",
        "Could not do this job without Docker",
        "I like to build small things in Docker",
        "Following the class rota, packed the lab in Docker",
        "No downtime while moving to Docker",
    ],
)
def test_what_only_looks_like_a_denial_or_another_persons_work_is_held(read, line):
    assert [mention.assertion for mention in read(line) if mention.skill_id == "docker"] == ["held"]


def test_a_thesis_shows_what_it_names(read):
    assert "machine-learning" in {
        one.skill_id for one in read("EDUCATION\nMaster's thesis: machine learning on queues\n")
    }


def test_a_field_that_heads_a_row_of_skills_is_a_label_and_a_product_is_none(read):
    text = "SKILLS\nNetworking: OSPF, BGP\nForensics     Autopsy, Volatility\nAWS: EC2, S3\nTyping     50 wpm\n"

    found = [mention.skill_id for mention in read(text)]

    assert not {"networking", "digital-forensics"} & set(found)
    assert {"ospf", "bgp", "autopsy", "aws", "ec2", "typing"} <= {one.removeprefix("aws-") for one in found} | set(
        found
    )


def test_a_certificate_and_its_code_beside_it_are_one_mention(read):
    (mention,) = read("CERTIFICATIONS\nCompTIA Security+ (SY0-601), 2023\n")

    assert (mention.skill_id, mention.surface) == ("comptia-security-plus", "CompTIA Security+ (SY0-601")


def test_the_same_name_on_two_lines_is_two_mentions(read):
    assert [mention.surface for mention in read("- Docker\n- Docker again\n")] == ["Docker", "Docker"]


@pytest.mark.parametrize(
    ("line", "claims_"),
    [
        (
            "No JavaScript, no C++, no Linux",
            [("javascript", "negated"), ("c-plus-plus", "negated"), ("linux", "negated")],
        ),
        ("No real experience of Docker or Ansible", [("docker", "negated"), ("ansible", "negated")]),
        ("Docker - none yet", [("docker", "negated")]),
        ("Want to try Docker there", [("docker", "wanted")]),
        ("CompTIA Network+\nIn progress - on chapter 9", [("comptia-network-plus", "learning")]),
        ("Docker someday, Python now", [("docker", "wanted"), ("python", "held")]),
        ("I don't have much experience with Docker nor with Ansible", [("docker", "negated"), ("ansible", "negated")]),
        ("Have not yet really used Docker, but built on Ansible", [("docker", "negated"), ("ansible", "held")]),
        ("Would one day like to move into Docker", [("docker", "wanted")]),
        ("Docker ........ currently learning", [("docker", "learning")]),
        ("[ ] Docker\n[x] Ansible", [("docker", "wanted"), ("ansible", "held")]),
        ("C, core Java (not used since 2022), SQL", [("java", "held"), ("sql", "held")]),
        ("Built alerts in Python for riders who don't read English", [("python", "held")]),
        ("Current modules: Docker; Ansible", [("docker", "learning"), ("ansible", "learning")]),
        ("I have yet to write a Docker file", [("docker", "negated")]),
        ("I never saw the inside of Docker", [("docker", "negated")]),
        ("Ansible daily, Docker not at all", [("ansible", "held"), ("docker", "negated")]),
        ("Ansible yes, Docker no.", [("ansible", "held"), ("docker", "negated")]),
        ("Without any grounding in Docker", [("docker", "negated")]),
        ("Ansible rather than Docker, which I never used", [("ansible", "held"), ("docker", "negated")]),
        ("I am not Docker certified", [("docker", "negated")]),
        ("Docker is still a black box to me", [("docker", "negated")]),
        ("Week 3 of 10 of a Docker class", [("docker", "learning")]),
        ("Docker: 70% complete", [("docker", "learning")]),
        ("Watching a free series on Docker", [("docker", "learning")]),
        ("Docker: 3 of 5 completed", [("docker", "learning")]),
        ("Shadowed an engineer on Docker", [("docker", "learning")]),
        ("Not yet met: Docker, Ansible", [("docker", "negated"), ("ansible", "negated")]),
        ("Including but not limited to: Docker", [("docker", "held")]),
        ("Goal for the summer: Docker", [("docker", "wanted")]),
        ("Yearning to do more with Docker", [("docker", "wanted")]),
        ("Eager to get some exposure to Docker", [("docker", "wanted")]),
        ("I'd like to learn Docker, I already know Ansible", [("docker", "wanted"), ("ansible", "held")]),
    ],
)
def test_more_ways_to_deny_and_to_hope(read, line, claims_):
    found = [(mention.skill_id, mention.assertion) for mention in read(line)]

    assert [claim for claim in found if claim[0] in dict(claims_)] == claims_


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("WORK\nHelper, 2024\n- Ran Docker\n", "experience"),
        ("CERTS\nDocker Certified Associate\n", "certifications"),
        ("Final year project\nWrote it in Docker\n", "projects"),
        ("Interests: chess\nPROJECTS\nBuilt it in Docker\n", "projects"),
    ],
)
def test_more_headings_open_a_section_also_right_behind_a_labelled_line(read, text, section):
    assert {mention.section for mention in read(text)} == {section}


@pytest.mark.parametrize(
    "line",
    [
        "Briefed the software testing function every Monday",
        "Two years with a software testing vendor in Ghent",
        "Our software testing guy found the leak",
        "News of the software testing market",
    ],
)
def test_a_field_before_a_part_of_a_firm_only_names_that_part(read, line):
    assert not read(line)


def test_a_function_of_a_product_is_used(read):
    assert [mention.skill_id for mention in read("Wrote an AWS Lambda function")] == ["aws-lambda"]


@pytest.mark.parametrize(
    "text",
    [
        "SKILLS\nOperating Systems Fedora 38, Debian\n",
        "SKILLS\n- Operating systems Fedora 38, Debian\n",
        "Operating Systems\n* Fedora\n* Debian\n",
    ],
)
def test_a_label_needs_no_colon_before_the_names_it_introduces(read, text):
    assert [mention.skill_id for mention in read(text)] == ["fedora", "debian"]


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("EXPERIENCE\nData Analyst, Initech, 2023\n- Virtualization: Proxmox, KVM\n", ["proxmox", "kvm"]),
        ("EXPERIENCE\nData Analyst, Initech, 2023\no ETL: SSIS and Informatica\n", ["ssis", "informatica-powercenter"]),
        ("EXPERIENCE\nData Analyst, Initech, 2023\nCloud platform: hosted on Azure\n", ["azure"]),
        ("Containers:\n- Docker\n- Podman\n", ["docker", "podman"]),
        ("Operating system: Debian. Databases: MySQL. Scripting: Bash.\n", ["debian", "mysql", "shell-scripting"]),
    ],
)
def test_a_field_and_a_colon_before_names_are_a_label_in_any_section(read, text, skills):
    assert [mention.skill_id for mention in read(text)] == skills


def test_a_field_and_a_colon_before_a_sentence_stay_a_claim(read):
    found = read("EXPERIENCE\nIntern, Initech, 2023\n- Virtualization: moved all that was left to the new hosts\n")

    assert "virtualization" in [mention.skill_id for mention in found]


@pytest.mark.parametrize(
    "text",
    ["C. Access reviews\nChecked all accounts\n", "SKILLS\nA/R, A/P\n", "Studied at D.K.T.E. College\n"],
)
def test_a_letter_that_numbers_or_abbreviates_is_no_language(read, text):
    assert {"c", "r", "d-lang"}.isdisjoint(mention.skill_id for mention in read(text))


@pytest.mark.parametrize(
    "text",
    [
        "EXPERIENCE\nPerl Developer, Initech\n2021 - 2023\n- Kept the shop open\n",
        "EXPERIENCE\nSenior Tableau Consultant\nInitech, Lyon\n2021 - 2023\n- Kept the shop open\n",
        "EXPERIENCE\nInitech\nFull Stack Kotlin developer\n2021 - 2023\n- Kept the shop open\n",
    ],
)
def test_the_title_of_a_job_claims_no_skill(read, text):
    assert not read(text)


def test_a_name_before_a_job_in_a_sentence_is_claimed(read):
    assert [mention.skill_id for mention in read("SUMMARY\nI am a Perl developer and look for a team\n")] == ["perl"]


def test_a_word_that_heads_items_is_no_soft_skill(read):
    assert not read("EXPERIENCE\nClerk, Initech\n2021 - 2023\nResponsibilities:\n- Kept the shop open\n")


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Kept the API (Animal Protection Initiative) going; the API grew", []),
        ("Sang in the Central Neighbourhood Nine (CNN)", []),
        ("Wrote SOAP (Subjective, Objective, Assessment, Plan) notes", []),
        ("Gave 20 ML of syrup", []),
        ("Ran an AWS (Amazon Web Services) account and a VPN (virtual private network)", ["aws", "vpn"]),
        ("Built an API (application programming interface) and an ML model", ["api", "machine-learning"]),
    ],
)
def test_letters_that_a_text_spells_out_mean_what_it_says(read, text, skills):
    assert [mention.skill_id for mention in read(text)] == skills


@pytest.mark.parametrize("gap", ["\t", "     "])
@pytest.mark.parametrize(
    ("line", "skill_id"),
    [("Relay written in Go", "go"), ("Booking bot in Ruby", "ruby"), ("Setup done with Chef", "chef")],
)
def test_a_place_set_flush_right_hides_no_name(read, line, skill_id, gap):
    assert [mention.skill_id for mention in read(f"PROJECTS\n{line}{gap}Springfield, IL\n")] == [skill_id]


def test_letters_that_are_languages_stay(read):
    assert [mention.skill_id for mention in read("SKILLS\nC/C++, R/Python, D, Rust\n")] == [
        "c", "c-plus-plus", "r", "python", "d-lang", "rust",
    ]  # fmt: skip


def test_a_field_in_a_column_of_skills_is_no_label(read):
    found = read("SKILLS\nOperating systems\nDebian\nNetworking\n")

    assert [mention.skill_id for mention in found] == ["operating-systems", "debian", "networking"]


def test_a_wish_for_a_workplace_is_no_soft_skill_and_the_wish_to_learn_is_one(read):
    wish = "OBJECTIVE\nA demanding post which gives an opportunity for creating innovative things in Docker\n"

    assert [(mention.skill_id, mention.assertion) for mention in read(wish)] == [("docker", "wanted")]
    assert [mention.assertion for mention in read("Willing to go the extra mile")] == ["held"]
    assert [(mention.skill_id, mention.assertion) for mention in read("Keen on quick learning")] == [
        ("fast-learning", "held")
    ]


def test_learning_as_a_noun_governs_nothing(read):
    assert {mention.assertion for mention in read("A learning attitude and Docker")} == {"held"}


@pytest.mark.parametrize(
    ("line", "claims_"),
    [
        ("Seeking a penetration testing or help desk internship", []),
        ("Seeking a Docker internship", [("docker", "wanted")]),
        ("Looking for a system administration position in Docker", [("docker", "wanted")]),
        ("Seeking a placement to use my experience with Docker", [("docker", "held")]),
    ],
)
def test_the_title_of_a_job_that_is_sought_claims_nothing(read, line, claims_):
    assert [(mention.skill_id, mention.assertion) for mention in read(line)] == claims_


def test_the_name_on_top_is_nobodys_skill(read):
    text = "Carl Jenkins\ncarl@example.org\n\nSUMMARY\nI keep the builds green.\n"

    assert not read(text)
    assert [mention.skill_id for mention in read("Jenkins Pipelines\n2024\nGhent\n")] == ["jenkins"]
    assert [mention.skill_id for mention in read("Burp Suite\n2024\nGhent\n")] == ["burp-suite"]


@pytest.mark.parametrize(
    ("line", "skill_id"),
    [
        ("Designed an Elixir service for the tills", "elixir"),
        ("Wrote the Flask app that prints the badges", "flask"),
        ("Kept the data behind a React/GraphQL page", "react"),
        ("The timetable used Flask, the menu did not", "flask"),
    ],
)
def test_an_everyday_name_before_what_is_made_with_it_is_the_tool(read, line, skill_id):
    assert skill_id in {mention.skill_id for mention in read(line)}


def test_a_plus_between_two_names_belongs_to_neither(read):
    found = {mention.skill_id for mention in read("SKILLS\nLinux + Docker\nSecurity +, Linux+\n")}

    assert found == {"linux", "docker", "comptia-security-plus", "comptia-linux-plus"}


@pytest.mark.parametrize(
    ("text", "section"),
    [("CYBERSECURITY EXPERIENCE\n- Ran Docker\n", "experience"), ("NETWORKING SKILLS\nDocker\n", "skills")],
)
def test_a_field_in_a_heading_of_capitals_is_no_claim(read, text, section):
    assert [(mention.skill_id, mention.section) for mention in read(text)] == [("docker", section)]


def test_a_soft_skill_is_not_listed_among_tools_alone(read):
    assert [mention.skill_id for mention in read("Built readers, MySQL persistence, and Docker")] == ["mysql", "docker"]
    assert "perseverance" in {mention.skill_id for mention in read("SKILLS\nDocker, persistence, teamwork\n")}


def test_a_label_on_a_line_of_its_own_introduces_the_list_below(read):
    found = [mention.skill_id for mention in read("SKILLS\nProgramming Languages\nPerl, Docker\n")]

    assert found == ["perl", "docker"]


@pytest.mark.parametrize(
    "line", ["Member of the Scrum Alliance", "2019 BS Computer Science, Ghent", "Stories for somecamp.net"]
)
def test_a_society_and_a_degree_claim_nothing(read, line):
    assert not read(line)


def test_the_field_in_the_title_of_a_job_is_no_claim_and_the_one_in_a_sentence_is(read):
    assert not read("Software Testing Intern   2024 - 2025")
    assert [mention.skill_id for mention in read("Our software testing intern knows Docker")] == [
        "software-testing", "docker",
    ]  # fmt: skip


def test_what_is_done_with_a_tool_is_no_second_skill(read):
    assert [mention.skill_id for mention in read("Set up Docker integration, Ansible")] == ["docker", "ansible"]


def test_a_column_of_names_is_a_list_of_them(read):
    found = [mention.skill_id for mention in read("SKILLS\n* Python\n* R\n* Go\n* Docker\n")]

    assert found == ["python", "r", "go", "docker"]


@pytest.mark.parametrize("line", ["Offered services for a new laptop brand", "Supported the common gateway interface"])
def test_a_noun_that_looks_like_a_verb_tells_of_no_deed(read, line):
    assert not {"system-maintenance", "network-administration"} & {mention.skill_id for mention in read(line)}


@pytest.mark.parametrize(
    ("line", "skill_ids"),
    [
        ("Kept all records using excel", ["excel"]),
        ("Drew charts using excel for the board", ["excel"]),
        ("Met clients via zoom", ["zoom"]),
        ("Used spring water for the beer", []),
        ("Students excel in sports", []),
    ],
)
def test_a_name_in_small_letters_counts_where_it_is_said_to_be_used(extractor, line, skill_ids):
    found = extractor.extract(Document("a.txt", f"EXPERIENCE\nInitech, Springfield\n- {line}\n"))

    assert [one.skill_id for one in found.mentions if one.skill_id in {"excel", "zoom", "spring"}] == skill_ids
