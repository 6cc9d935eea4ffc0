"""Whose work a line tells of: the writer's, or a system's, firm's, client's or team's."""

import pytest

from skillgap.model.resume import Document


def found(mentions):
    return {mention.skill_id: mention.assertion for mention in mentions}


@pytest.mark.parametrize(
    "text",
    [
        "Gathers sensor data and keeps it in a database. The portal lets managers run reports.",
        "The firm provides storage and network support to hospitals",
        "Users can reset passwords and manage accounts",
        "Borealis offers cloud services and data analysis",
        "EXPERIENCE\nTester, Globex\n2024\nThe system handles billing. It is used for purchasing and reporting.",
    ],
)
def test_what_a_system_or_a_firm_does_is_nobodys_skill(read, text):
    assert found(read(text)) == {}


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("The portal keeps its data in PostgreSQL", {"postgresql"}),
        ("PROJECTS\nLarder is a Django site with Redis behind it", {"django", "redis"}),
        ("They built the app, I wrote the Kubernetes manifests", {"kubernetes"}),
        ("The clients were in Oslo. Automated their backups with Ansible.", {"ansible"}),
    ],
)
def test_what_the_writer_built_it_with_is_held(read, text, skills):
    assert skills <= found(read(text)).keys()


@pytest.mark.parametrize(
    "text",
    [
        "EXPERIENCE\nSales Intern, MongoDB\n2024",
        "EXPERIENCE\nOracle Labs - Zurich, Switzerland\nWorking Student, 2023",
        "EXPERIENCE\nCashier, Ruby Flower Shop\n2022 - 2023",
        "EXPERIENCE\nAnalyst, Initech (A Robotics Fund)\n2023 - 2024",
        "Managed clients such as Salesforce, Zoom and SAP",
        "Website | GitHub | LinkedIn | Medium",
        "EDUCATION\n10th in Mathematics, 2017\nBE in Information Technology",
        "EDUCATION\nCoursework: Networks (B+), Analysis (C)\nStatistics - A",
        "ServSafe Certified",
    ],
)
def test_firms_schools_accounts_and_grades_are_no_skills(read, text):
    assert not {"mongodb", "oracle-database", "ruby", "robotics", "salesforce", "zoom", "sap", "github", "c",
                "comptia-a-plus", "information-technology", "safe", "safe-cert"} & found(read(text)).keys()  # fmt: skip


@pytest.mark.parametrize(
    ("text", "skill_id"),
    [
        ("SKILLS\nGit, GitHub, GitLab", "github"),
        ("EXPERIENCE\nIntern, Globex | Python, Django\n2024", "django"),
        ("EDUCATION\nEmbedded programming (C)", "c"),
        ("CERTIFICATIONS\nA+, Security+", "comptia-a-plus"),
        ("Mount NFS shares", "nfs"),
        ("Ran a named Docker volume", "docker"),
    ],
)
def test_a_name_like_that_of_a_firm_or_place_is_a_skill_elsewhere(read, text, skill_id):
    assert found(read(text))[skill_id] == "held"


@pytest.mark.parametrize(
    ("text", "skill_id", "claim"),
    [
        ("Currently completing the CKA", "cka", ("learning", "")),
        ("CISSP study group, Thursdays", "cissp", ("learning", "")),
        ("None yet, planning CompTIA Network+", "comptia-network-plus", ("wanted", "")),
        ("CCNA bootcamp", "ccna", ("held", "hedged")),
        ("CCNA, 2024", "ccna", ("held", "")),
    ],
)
def test_a_certificate_has_the_state_beside_it(read, text, skill_id, claim):
    claims = {mention.skill_id: (mention.assertion, mention.qualifier) for mention in read(text)}

    assert claims[skill_id] == claim


def test_a_phrase_of_lack_ends_where_the_main_clause_begins(read):
    claims = found(read("Without using Bootstrap we built the page in plain CSS"))

    assert (claims["bootstrap"], claims["css"]) == ("negated", "held")


def test_a_field_in_the_label_of_a_row_is_no_claim(read):
    assert found(read("SKILLS\nPlanning & Collaboration: Jira, Trello")).keys() == {"jira", "trello"}


def test_a_product_is_no_everyday_word_nor_the_end_of_another_name(read):
    text = "Zoomed in; slack hours, a notion of style. Met the Sales Teams on Slack"

    assert {"notion", "microsoft-teams"}.isdisjoint(found(read(text)))


@pytest.mark.parametrize(
    "line",
    [
        "Worked as a Docker developer",
        "Mostly worked as Backup Administrator",
        "Docker developer with five years of work",
        "Role: Docker Developer",
    ],
)
def test_the_title_of_a_job_claims_no_skill(extractor, line):
    assert extractor.extract(Document("a.txt", f"EXPERIENCE\nInitech, Springfield\n- {line}\n")).mentions == ()


def test_what_was_done_under_a_title_stays(extractor):
    text = "EXPERIENCE\nInitech, Springfield\n- Worked as a Java developer in Django\n- Role: Developed Flask pages\n"

    assert [one.skill_id for one in extractor.extract(Document("a.txt", text)).mentions] == ["django", "flask"]


def test_a_known_label_before_names_alone_claims_nothing_in_a_job_too(extractor):
    rows = ("Application Server Tomcat", "Database design for MySQL", "Database MongoDB, MySQL")
    text = "\n".join(("EXPERIENCE", "Initech, Springfield", *rows))

    found = [one.skill_id for one in extractor.extract(Document("a.txt", text)).mentions]
    assert found == ["tomcat", "database-design", "mysql", "mongodb", "mysql"]


@pytest.mark.parametrize(
    "line",
    [
        "Description: Globex Pay allows shops to keep accounts and automate risk management.",
        "Overview: The Initech programs help clinics with data analysis and reporting.",
    ],
)
def test_a_labelled_description_of_a_system_claims_no_field(extractor, line):
    assert extractor.extract(Document("a.txt", f"PROJECTS\nShop page\n{line}\n")).mentions == ()


@pytest.mark.parametrize("line", ["Built reports with data analysis", "Deep learning model trained on photos"])
def test_a_labelled_description_of_own_work_claims_what_it_names(extractor, line):
    assert extractor.extract(Document("a.txt", f"PROJECTS\nShop page\nDescription: {line}\n")).mentions
