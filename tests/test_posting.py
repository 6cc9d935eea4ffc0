"""What job postings ask for, read with the real taxonomy."""

import random

import pytest
from conftest import FIXTURES
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap import gap, posting
from skillgap.model.resume import Document, SkillProfile
from skillgap.plan import learning_plan
from skillgap.posting.closing_day import closing_day
from skillgap.posting.ladder import posting_role

NAMES = sorted(path.name for path in (FIXTURES / "postings").iterdir())


@pytest.fixture(scope="session")
def post(extractor):
    """A posting of a text given as a string."""
    return lambda text, **options: posting.read(text, extractor.extract(Document("posting", text)).mentions, **options)


@pytest.fixture(scope="session")
def fixture(post):
    return lambda name: post((FIXTURES / "postings" / name).read_text(encoding="utf-8"))


def table(read):
    """Options, importance, level and whether required, of each demand."""
    return {" or ".join(one.options): (one.importance, one.level, one.required) for one in read.demands}


def asked(read):
    return {" or ".join(one.options) for one in read.demands}


def screens(read):
    return [one.kind for one in read.screens]


def test_a_posting_with_headings_is_read_part_by_part(fixture):
    read = fixture("backend_markdown.md")

    assert read.title == "Backend Developer Intern (Python), Summer 2027"
    assert table(read) == {
        "python": (5, 2, True),
        "git": (4, 1, True),
        "java or go or c-sharp": (4, 2, True),
        "sql": (4, 2, True),
        "django": (3, 2, False),
        "postgresql": (3, 2, False),
        "rest-api": (3, 2, False),
        "unit-testing": (3, 2, False),
        "aws or azure or google-cloud": (2, 2, False),
        "docker": (2, 1, False),
        "terraform": (2, 1, False),
        "willingness-to-learn": (2, 1, False),
    }
    assert screens(read) == ["start", "place", "degree", "subject", "class-year", "work-permit", "gpa"]


def test_a_posting_in_one_paragraph_is_read_sentence_by_sentence(fixture):
    read = fixture("data_paragraph.txt")

    assert table(read) == {
        "data-analysis": (4, 2, True),
        "excel": (4, 2, True),
        "python": (4, 1, True),
        "sql": (4, 2, True),
        "dashboards": (3, 2, False),
        "data-collection": (3, 2, False),
        "tableau": (3, 2, False),
        "r or sas": (2, 2, False),
        "snowflake": (1, 1, False),
    }
    assert screens(read) == ["start", "degree", "subject", "class-year", "place", "hours", "start"]


def test_british_wording_without_marks_is_understood(fixture):
    read = fixture("devops_british.txt")

    assert not {"cobol", "aws", "workday"} & asked(read)
    assert table(read)["linux"] == (4, 2, True)
    assert table(read)["shell-scripting or powershell or python"] == (4, 2, True)
    assert table(read)["ansible or puppet"] == (2, 2, False)
    assert table(read)["docker"] == (2, 2, False)
    assert screens(read) == ["subject", "class-year", "gpa", "language", "work-permit", "clearance"]


def test_indian_wording_with_labels_is_understood(fixture):
    read = fixture("java_indian.txt")

    assert not {"sap", "salesforce", "hackerrank"} & asked(read)
    assert table(read)["java"] == (4, 2, True)
    assert table(read)["mysql or oracle-database"] == (4, 2, True)
    assert table(read)["angular or react"] == (2, 1, False)
    assert screens(read) == ["start", "place", "place", "degree", "subject", "class-year", "gpa", "start"]


def test_a_posting_in_bullets_is_read_by_its_headings_in_capitals(fixture):
    read = fixture("security_bullets.txt")

    assert not {"rust", "aws", "jira"} & asked(read)
    assert table(read)["linux"] == (4, 2, True)
    assert table(read)["splunk or microsoft-sentinel"] == (4, 2, True)
    assert table(read)["wireshark"] == (2, 2, False)
    assert table(read)["python"] == (3, 2, False)
    assert screens(read) == ["work-permit", "clearance", "age", "hours"]


def test_a_chatty_posting_is_read_by_what_it_says(fixture):
    read = fixture("web_startup.txt")

    assert not {"graphql", "photoshop", "github"} & asked(read)
    assert table(read)["react or vue or svelte"] == (4, 2, True)
    assert table(read)["javascript"] == (4, 2, True)
    assert table(read)["docker"] == (2, 2, False)
    assert table(read)["figma"] == (2, 2, False)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("AWS, Azure or GCP", {"aws or azure or google-cloud"}),
        ("Java / Kotlin", {"java or kotlin"}),
        ("At least one of Python, Java and C++", {"python or java or c-plus-plus"}),
        ("Either Tableau or Power BI", {"tableau or power-bi"}),
        ("A relational database such as MySQL, PostgreSQL and Oracle", {"mysql or postgresql or oracle-database"}),
        ("Java or Kotlin, React or Vue", {"java or kotlin", "react or vue"}),
        ("Python, SQL and Git", {"python", "sql", "git"}),
        ("Python and Java or Kotlin", {"python", "java or kotlin"}),
        ("HTML/CSS/JavaScript", {"html", "css", "javascript"}),
        ("Amazon Web Services (AWS), Azure or GCP", {"aws or azure or google-cloud"}),
        ("Python (Django or Flask)", {"python", "django or flask"}),
        ("React or another modern framework such as Vue", {"react or vue"}),
        ("One year of Python, SQL and Git", {"python", "sql", "git"}),
        ("Web technologies such as HTML, CSS, and JavaScript", {"html", "css", "javascript"}),
        ("Knowledge of HTML, CSS, and JavaScript", {"html", "css", "javascript"}),
        ("At least one of HTML, CSS and JavaScript", {"html or css or javascript"}),
        ("One of the following: Python, Java, C++", {"python or java or c-plus-plus"}),
    ],
)
def test_alternatives_become_one_demand(post, line, expected):
    assert expected <= asked(post(f"Requirements\n- {line}"))
    assert not {one for one in asked(post(f"Requirements\n- {line}")) if " or " in one} - expected


@pytest.mark.parametrize(
    ("line", "level", "wording"),
    [
        ("Docker", 2, ""),
        ("Working knowledge of Docker", 2, ""),
        ("Basic Docker", 1, "Basic"),
        ("Familiarity with Docker", 1, "Familiarity"),
        ("Some exposure to Docker", 1, "exposure"),
        ("Docker basics", 1, "basics"),
        ("Strong Docker skills", 2, "Strong"),
        ("Docker (advanced)", 2, "advanced"),
        ("Expert in Docker", 2, "Expert"),
        ("2+ years of Docker", 2, "2+ years of"),
        ("0-1 years of Docker", 1, "0-1 years of"),
        ("Strong SQL and basic Docker", 1, "basic"),
        ("Familiarity with Git, and experience with Docker", 2, ""),
    ],
)
def test_the_wording_gives_the_level_and_is_named(post, line, level, wording):
    read = post(f"Requirements\n- {line}")
    (demand,) = [one for one in read.demands if one.options == ("docker",)]

    assert demand.level == level
    assert demand.reason.endswith(
        f'Level {level}: it says "{wording}".' if wording else "Level 2: no wording asks for more or less."
    )


def test_excellent_communication_is_a_manner_of_speaking(post):
    assert table(post("Requirements\n- Excellent communication skills, Python")) == {
        "communication": (4, 2, True),
        "python": (4, 2, True),
    }


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Docker is a plus", (2, False)),
        ("Docker (nice to have)", (2, False)),
        ("Python; Docker preferred", (2, False)),
        ("You know Python and SQL, Docker is a plus", (2, False)),
        ("Ideally you have used Docker, but Git is a must", (2, False)),
        ("Docker is not required but would be a bonus", (2, False)),
        ("Willing to learn Docker", (2, False)),
        ("You will learn Docker", (1, False)),
        ("Docker is required, Git is a plus", (4, True)),
        ("Docker (Kubernetes preferred)", (4, True)),
        ("Must know Docker", (4, True)),
        ("Docker is ideal, but not required", (2, False)),
        ("Docker helpful but not required", (2, False)),
        ("Data lakes and engines for containers (Podman, Docker) are a plus", (2, False)),
        ("Docker experience, though not necessary", (2, False)),
        ("Ideal, though not essential: Docker", (2, False)),
    ],
)
def test_wishes_within_a_line_weigh_less(post, line, expected):
    (demand,) = [one for one in post(f"Requirements\n- {line}").demands if one.options == ("docker",)]

    assert (demand.importance, demand.required) == expected


@pytest.mark.parametrize("line", ["Docker is a must", "Must know Docker", "Docker (required)", "Docker is mandatory"])
def test_a_must_among_wishes_is_required(post, line):
    read = post(f"Desired skills\n- Git\n- {line}\n- Python is a plus")

    assert {one: required for one, (_, _, required) in table(read).items()} == {
        "docker": True,
        "git": False,
        "python": False,
    }


def test_one_of_the_following_bullets_is_one_demand(post):
    opening = "Requirements\n- Git\n- Experience with at least one of the following:\n"
    read = post(f"{opening}  - Python\n  - Java\n  - C++\n- Working knowledge of Docker\n\nDuties\n- Kubernetes")

    assert asked(read) == {"git", "python or java or c-plus-plus", "docker", "kubernetes"}
    assert asked(post("Requirements\nAll of the following:\n- Python\n- Java")) == {"python", "java"}


@pytest.mark.parametrize(
    "line",
    [
        "A degree in Cybersecurity, Computer Science or similar",
        "Cybersecurity, Computer Science or similar",
        "Bachelor's in Statistics, Data Science, Applied Math or a related field",
    ],
)
def test_what_a_degree_is_in_is_no_demand(post, line):
    assert asked(post(f"Requirements\n- Git\n- {line}")) == {"git"}
    assert "docker" in asked(post(f"Requirements\n- {line}, and experience with Docker"))


@pytest.mark.parametrize("heading", ["Essential Functions:", "Job functions", "What you will do", "Responsibilities"])
def test_what_is_done_on_the_job_is_not_required(post, heading):
    read = post(f"Intern\n\n{heading}\n- Join code reviews on GitHub\n- Run Docker\n\nQualifications\n- Git")

    assert {one: required for one, (_, _, required) in table(read).items() if required} == {"git": True}
    assert "sql-joins" not in asked(read)


@pytest.mark.parametrize(
    "line",
    [
        "No experience with Docker needed",
        "No prior Docker knowledge is required",
        "Docker is not required",
        "You don't need to know Docker",
    ],
)
def test_what_is_not_needed_is_no_demand(post, line):
    assert "docker" not in asked(post(f"Requirements\n- {line}"))


@pytest.mark.parametrize(
    "text",
    [
        "About us\nWe run Docker everywhere.",
        "Larkspur is a leading provider of Docker hosting.",
        "Benefits\n- Free Docker course",
        "## What you'll learn\n- Docker",
        "We are an equal opportunity employer; Docker users welcome.",
        "How to apply\nPush a Docker image.",
    ],
)
def test_boilerplate_asks_for_nothing(post, text):
    assert post(f"Engineering intern\n\n{text}\n\nRequirements\n- Git").demands[0].options == ("git",)
    assert asked(post(f"Engineering intern\n\n{text}\n\nRequirements\n- Git")) == {"git"}


GLUED = (
    "We are a small lamp maker.What You Will Be Doing-Review Kubernetes manifests with the team-Answer tickets"
    "-Keep the wiki in order-Write release notesWhat You Need for this Position- Git- Python- Some Docker experience"
    "What's In It for You- Free Tableau courses- VacationSo if you care for lamps, apply today!Larkspur, Inc is "
    "proud to be an Equal Opportunity EmployerAll qualified applicants are considered without regard to race."
)
FLOWING = (
    "Larkspur offers cloud computing, big data and blockchain to lamp makers all over the world. Job Summary: The "
    "intern helps the team that keeps the shop alive. Essential Functions: Review Kubernetes manifests. Keep the wiki "
    "in order. Requirements: Python and Git. Some Docker is needed as well. Preferred Qualifications: Terraform. "
    "Larkspur Inc is an equal opportunity employer and does not discriminate, whether you know Java or not."
)


@pytest.mark.parametrize("text", [GLUED, FLOWING])
def test_a_posting_without_line_breaks_is_read_part_by_part(post, text):
    read = post(f"Helper\n\n{text}")

    assert {one for one, (_, _, required) in table(read).items() if required} == {"docker", "git", "python"}
    wished = {one for one, (_, _, required) in table(read).items() if not required}
    assert "kubernetes" in wished
    assert not wished & {"tableau", "cloud-computing", "big-data", "blockchain", "java"}


def test_a_heading_without_marks_that_asks_is_one(post):
    read = post("Intern\n\nWhat We Need To See\nGit\n\nWays To Stand Out From The Crowd\nDocker")

    assert table(read) == {"git": (4, 2, True), "docker": (2, 2, False)}


def test_an_ask_among_the_duties_is_required(post):
    read = post("Intern\n\nWhat you'll do\n- Work on Kubernetes\n- Good knowledge of Docker")

    assert table(read) == {"docker": (4, 2, True), "kubernetes": (3, 2, False)}


def test_a_fact_holds_for_its_sentence_only(post):
    assert table(post("Helper wanted\nHours: 37 per week. Knowledge of Docker is essential."))["docker"] == (4, 2, True)


def test_an_unknown_heading_ends_boilerplate(post):
    read = post("Intern\n\n## Benefits\n- Free AWS vouchers\n\n## The nitty-gritty\n- Experience with Docker")

    assert asked(read) == {"docker"}


def test_repetition_and_the_title_raise_importance_and_a_wish_stays_a_wish(post):
    duties, wishes = "Duties\n- Test Python code\n- Review Python code", "Preferred\n- Docker\n- Docker again"
    text = f"Requirements\n- Python\n\n{duties}\n\n{wishes}"

    assert table(post(text))["python"] == (5, 2, True)
    assert table(post(text, title="Docker intern"))["docker"] == (3, 2, False)
    assert post(text, title="Docker intern").demands[0].reason == (
        "Importance 5: asked for as a requirement, named in 3 statements. Level 2: no wording asks for more or less."
    )


def test_a_skill_stands_in_one_demand_and_the_strongest_leads(post):
    read = post("Requirements\n- Java or Kotlin\n\nDuties\n- Write Kotlin services\n- Review Kotlin code")

    assert table(read)["kotlin or java"] == (5, 2, True)
    assert "kotlin" not in asked(read)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Pursuing a Bachelor's degree", "degree"),
        ("B.Tech in any stream", "degree"),
        ("Majoring in Computer Science or a related field", "subject"),
        ("Rising juniors only", "class-year"),
        ("Graduating in spring 2027", "class-year"),
        ("2026 batch", "class-year"),
        ("Minimum GPA of 3.2", "gpa"),
        ("On course for a 2:1", "gpa"),
        ("We cannot sponsor visas", "work-permit"),
        ("U.S. citizens only", "work-permit"),
        ("Able to obtain SC clearance", "clearance"),
        ("Full UK driving licence", "licence"),
        ("Must be 18 years or older", "age"),
        ("On-site in Pune", "place"),
        ("Willing to relocate", "place"),
        ("Fluent German", "language"),
        ("20 hours per week", "hours"),
        ("Hours: 37 per week", "hours"),
        ("Start date: 1 June 2027", "start"),
        ("Immediate joiners", "start"),
        ("MS in any field", "degree"),
        ("BA or BS required", "degree"),
        ("No visa sponsorship", "work-permit"),
        ("Sponsorship is not offered", "work-permit"),
        ("Must not require sponsorship now or later", "work-permit"),
        ("A 12-week paid internship", "start"),
        ("At least a 2.1", "gpa"),
        ("Sorry, no H1B sponsorship available", "work-permit"),
        ("A university education is required", "degree"),
        ("A Bachelor's degree, preferably in maths", "degree"),
        ("Bachelor's degree required, Master's preferred", "degree"),
        ("Third-year students", "class-year"),
    ],
)
def test_hard_screens_are_called_out_with_their_line(post, line, kind):
    assert posting.Screen(kind, line) in post(f"Requirements\n- Git\n- {line}").screens


@pytest.mark.parametrize(
    "line",
    [
        "MS SQL Server and MS Office",
        "Candidates on all visas are welcome",
        "Visa sponsorship available",
        "We value projects over academic GPA scores",
        "Keep the product backlogs in order",
        "Java 2.1 or later",
        "A high degree of care",
        "Hybrid cloud environments",
        "On-site support of printers",
        "Relocation assistance is not available",
        "Commuter benefits",
        "4 months of SQL",
        "Always available for key customers",
        "Good citizenship in the community",
        "Gather business requirements from the BA",
        "Go live within a week",
        "Over 18+ data centers",
        "Two years of work as a tester (or related field)",
        "A Master's degree is a plus",
        "German preferred",
    ],
)
def test_what_only_looks_like_a_hard_screen_is_none(post, line):
    assert post(f"Requirements\n- Git\n- {line}").screens == ()


def test_equal_opportunity_is_no_screen(post):
    text = "Requirements\n- Git\n\nWe hire without regard to age, citizenship, disability or veteran status."

    assert post(text).screens == ()


@pytest.fixture
def three(post):
    return (
        post("Requirements\n- Strong SQL\n- AWS or Azure\n- Git", title="One"),
        post("Requirements\n- SQL\n- AWS or Azure\n\nNice to have\n- Git", title="Two"),
        post("Requirements\n- Azure\n- Basic SQL", title="Three"),
    )


def test_postings_are_counted_skill_by_skill(three):
    wanted = {one.options: one for one in posting.merge(three)}

    assert set(wanted) == {("sql",), ("azure", "aws"), ("git",)}
    sql, cloud, git = wanted["sql",], wanted["azure", "aws"], wanted["git",]
    assert (sql.asked, sql.required, sql.postings, sql.importance, sql.level) == (3, 3, 3, 4, 2)
    assert (cloud.named, cloud.asked, cloud.importance) == ((3, 2), 3, 4)
    assert (git.asked, git.required, git.importance) == (2, 1, 2)
    assert git.quotes == (("One", "Git"), ("Two", "Git"))
    assert git.reason == (
        "Asked for in 2 of 3 postings, required in 1. Importance 2 is the mean over all of them, "
        "level 2 enough for at least half of those that ask."
    )


@pytest.mark.parametrize(
    ("name", "sent", "deadline"),
    [
        ("data_paragraph.txt", ("resume", "portfolio"), ""),
        ("devops_british.txt", ("resume", "cover-letter"), "Closing date: 12 March 2027."),
        ("java_indian.txt", ("resume",), ""),
        ("security_bullets.txt", (), ""),
        ("web_startup.txt", ("portfolio",), ""),
    ],
)
def test_a_posting_says_what_to_send_and_until_when(fixture, name, sent, deadline):
    read = fixture(name)

    assert (read.documents, read.deadline) == (sent, deadline)


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        (
            "How to apply\nSend your CV, a transcript and two letters of recommendation.",
            ["resume", "transcript", "references"],
        ),
        ("How to apply\nUpload your resume and a code sample.", ["resume", "work-sample"]),
        ("Duties\nKeep references between tables and a portfolio of services in order.", []),
    ],
)
def test_documents_are_those_of_the_sentences_on_how_to_apply(post, text, sent):
    assert list(post(f"IT intern\n\n{text}\n").documents) == sent


def test_a_sentence_that_names_no_day_is_no_deadline(post):
    assert post("IT intern\n\nHow to apply\nThe closing date is soon.\n").deadline == ""
    assert post("IT intern\n\nHow to apply\nApply by 3 May 2027.\n").deadline == "Apply by 3 May 2027."


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Apply by March 14, 2027.", "2027-03-14"),
        ("Applications close 2027-03-14 at noon", "2027-03-14"),
        ("Deadline: 14 Mar. 2027", "2027-03-14"),
        ("Application deadline: Sept 1st, 2027", "2027-09-01"),
        ("Closing date: 14th of March 2027 (23:59)", "2027-03-14"),
        ("Closing date: 14-May-2027", "2027-05-14"),
        ("Closing date: 14.03.2027.", "2027-03-14"),
        ("Apply by 14/03/2027", "2027-03-14"),
        ("Apply by 03/14/2027", "2027-03-14"),
        ("Applications open on 1 May 2027 and applications close on 31 May 2027.", "2027-05-31"),
        ("1 May 2027 is the closing date.", "2027-05-01"),
        ("Apply by 14 March 2027 for a start on 1 June 2027.", "2027-03-14"),
        # No year, either way round, or no such day: nobody but the student can say.
        ("Deadline: 14 March", None),
        ("Apply by 03/04/2027", None),
        ("Apply by 31 February 2027", None),
        ("Apply by 14 March for summer 2027", None),
    ],
)
def test_the_last_day_to_apply_is_read_where_there_is_no_doubt(sentence, day):
    found = closing_day(sentence)

    assert (found.isoformat() if found else None) == day


def topics(role):
    """Each topic with its tier and the demands in it, main one first."""
    return {one.id: (one.tier, one.skill_ids) for one in role.topics}


def demands(role):
    return {" or ".join(one.options): (one.tier, one.level, one.topic_id) for one in role.requirements}


@pytest.fixture
def catalogue(world, skill, topic):
    """A role whose ladder is Python, web (Flask, REST), Docker, and then Linux, beside skills that it does not hold."""
    others = [skill(one) for one in ("zig", "cobol")]
    soft, certificate = skill("teamwork", kind="soft"), skill("a-plus", kind="certification")
    return world(
        [*map(skill, ("python", "flask", "rest", "docker", "linux")), *others, soft, certificate],
        [("teamwork", 5, 2, "soft")],
        topics=[
            topic("python", 30, 4),
            topic("web", 12, 4, ("flask", 4, 2), ("rest", 4, 2), after=("python",)),
            topic("docker", 6, 2, after=("linux", "web"), tier="next"),
            topic("linux", 9, 2, tier="later"),
        ],
        titles=("tester",),
        certificates=("a-plus",),
        spare_project="Build a shop.",
    )


def asking(*asks):
    """A posting of these demands: skills, importance, level and whether they are required."""
    made = tuple(
        posting.PostingDemand(tuple(options.split()), importance, level, required, "because", "quote")
        for options, importance, level, required in asks
    )
    return posting.Posting("Tester wanted", made, ())


def test_a_posting_keeps_the_topics_of_the_nearest_role_and_their_order(catalogue):
    own = posting_role([asking(("rest", 4, 2, True), ("python", 4, 2, True))], catalogue, name="Mine")

    assert topics(own) == {"python": ("core", ("python",)), "web": ("core", ("rest",))}
    assert [(one.study_hours, one.after) for one in own.topics] == [(30, ()), (12, ("python",))]
    assert (own.titles, own.certificates, own.spare_project) == (("tester",), ("a-plus",), "Build a shop.")


def test_what_a_posting_requires_is_core_and_what_it_wishes_for_is_next(catalogue):
    own = posting_role([asking(("linux", 4, 2, True), ("python", 3, 2, False))], catalogue, name="Mine")

    assert topics(own) == {"linux": ("core", ("linux",)), "python": ("next", ("python",))}


def test_a_wish_in_a_topic_that_is_required_stands_in_it_behind_what_is_required(catalogue):
    own = posting_role([asking(("flask", 5, 1, False), ("rest", 3, 2, True))], catalogue, name="Mine")

    assert topics(own) == {"web": ("core", ("rest", "flask"))}
    assert demands(own) == {"rest": ("core", 2, "web"), "flask": ("core", 1, "web")}


def test_a_topic_waits_only_for_what_stands_above_it_in_the_posting(catalogue):
    own = posting_role([asking(("docker", 4, 2, True), ("linux", 2, 1, False))], catalogue, name="Mine")

    assert [(one.id, one.after) for one in own.topics] == [("docker", ()), ("linux", ())]


def test_a_skill_that_the_ladder_does_not_hold_is_a_topic_of_its_own(catalogue):
    own = posting_role([asking(("python", 4, 2, True), ("zig", 3, 2, True))], catalogue, name="Mine")

    profile = SkillProfile("ann", ())
    made = learning_plan.build(gap.compare(profile, own, catalogue), profile, catalogue)
    assert demands(own) == {"python": ("core", 2, "python"), "zig": ("core", 2, "")}
    assert [(step.name, step.tier, step.hours) for step in made.steps] == [("Python", "core", 34), ("Zig", "core", 12)]


def test_a_skill_that_belongs_to_one_of_the_ladder_stands_in_its_topic_behind_it(world, skill, topic):
    known = world(
        [
            skill("html", part_of=["front-end"]),
            skill("react", part_of=["front-end"]),
            skill("git", implies=["version-control"]),
            skill("can-bus", part_of=["buses"]),
            *map(skill, ("front-end", "version-control", "buses")),
        ],
        topics=[topic("git", 5, 1), topic("html", 9, 3), topic("react", 9, 3), topic("buses", 6, 2)],
    )
    asks = ("front-end", 5, 2, True), ("html", 3, 2, True), ("react", 3, 2, False)
    others = ("version-control", 4, 2, True), ("can-bus", 3, 2, True)

    own = posting_role([asking(*asks, *others)], known, name="Mine")

    assert topics(own) == {
        "git": ("core", ("version-control",)),
        "html": ("core", ("html", "front-end")),
        "buses": ("core", ("can-bus",)),
        "react": ("next", ("react",)),
    }


def test_no_posting_can_ask_a_student_for_more_than_one_project_shows(catalogue):
    asks = ("python", 5, 3, True), ("zig", 4, 3, True), ("linux", 3, 3, False), ("teamwork", 4, 3, True)

    own = posting_role([asking(*asks, ("flask", 4, 1, True))], catalogue, name="Mine")

    assert {one: level for one, (_, level, _) in demands(own).items()} == dict.fromkeys(
        ("python", "zig", "linux", "teamwork", "flask"), 2
    )


def test_soft_skills_of_a_posting_stand_apart_and_certificates_are_no_step(catalogue):
    asks = ("teamwork", 5, 2, True), ("a-plus", 5, 2, True), ("python", 2, 2, False)

    own = posting_role([asking(*asks)], catalogue, name="Mine")

    profile = SkillProfile("ann", ())
    report = gap.compare(profile, own, catalogue)
    assert demands(own) == {"python": ("next", 2, "python"), "a-plus": ("core", 2, ""), "teamwork": ("soft", 2, "")}
    assert [one.skill_id for one in report.soft] == ["teamwork"]
    assert [step.name for step in learning_plan.build(report, profile, catalogue).steps] == ["Python"]


def test_postings_far_from_every_role_are_topics_of_their_own(catalogue):
    own = posting_role([asking(("zig", 3, 2, True), ("cobol", 4, 2, False))], catalogue, name="Mine")

    assert (own.topics, own.titles, own.spare_project) == ((), (), "")
    assert [one.skill_id for one in own.requirements] == ["zig", "cobol"]


def test_what_most_of_the_postings_that_ask_only_wish_for_is_not_core(catalogue):
    wish, must = asking(("python", 3, 2, False)), asking(("python", 4, 2, True))
    also = posting.Posting("Another", wish.demands, ())

    assert demands(posting_role([wish, must], catalogue, name="M"))["python"][0] == "core"
    assert demands(posting_role([wish, must, also], catalogue, name="M"))["python"][0] == "next"


def test_a_role_of_ones_own_can_be_held_against_a_profile(three, known):
    own = posting_role(three, known, name="My  cloud hunt")

    assert (own.id, own.name, own.source) == ("own-my-cloud-hunt", "My cloud hunt", "3 postings that you pasted")
    assert own.about == "What 3 postings of your own choice ask for."
    assert {one.options: (one.importance, one.tier) for one in own.requirements} == {
        ("azure", "aws"): (4, "core"),
        ("sql",): (4, "core"),
        ("git",): (2, "core"),
    }
    profile = SkillProfile("ann", ())
    report = gap.compare(profile, own, known)
    planned = {skill_id for step in learning_plan.build(report, profile, known).steps for skill_id in step.skill_ids}
    assert planned == {"azure", "sql", "git"}


def test_the_order_of_postings_changes_nothing(fixture, known):
    given_postings = [fixture(name) for name in NAMES]
    expected = posting.merge(given_postings), posting_role(given_postings, known, name="Mine")

    for seed in range(5):
        random.Random(seed).shuffle(given_postings)
        assert (posting.merge(given_postings), posting_role(given_postings, known, name="Mine")) == expected
    assert posting.merge([*given_postings, given_postings[0]]) == expected[0]


def test_nothing_asks_for_nothing(post, known):
    assert post("") == posting.Posting("Untitled posting", (), ())
    assert posting.merge([]) == ()
    assert posting_role([], known, name="").requirements == ()


def test_windows_line_ends_change_nothing(post, fixture):
    texts = {name: (FIXTURES / "postings" / name).read_text(encoding="utf-8") for name in NAMES}

    changed = [name for name, text in texts.items() if post(text.replace("\n", "\r\n")) != fixture(name)]
    assert not changed, "\n".join(changed)


# fmt: off
PIECES = st.sampled_from([
    "Requirements:", "## Benefits", "Preferred", "Docker", "Python", "SQL", "Java", " / ", " | ", ", ", " or ", " and ",
    ";", ". ", "(", ")", "[", "\n", "\n\n", "- ", "• ", "\r\n", "**", "is a plus", "one of ", "no ", "needed",
    "strong ", "basic ", "2+ years ", "must ", "not required", "but ", "such as ", "you will learn ", "$", "::", "…",
    "\x00", "\u2028",
    "é", "equal opportunity", "degree in ", "GPA", "visa", "40 hours a week",
])
# fmt: on


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=6), max_size=60).map("".join))
def test_any_text_gives_a_whole_posting_and_a_valid_role(post, known, text):
    read = post(text)

    named = [option for demand in read.demands for option in demand.options]
    assert len(named) == len(set(named))
    assert set(named) <= set(known.skills)
    for demand in read.demands:
        assert 1 <= demand.importance <= 5
        assert 1 <= demand.level <= 2
        assert demand.reason
        assert demand.quote
    assert post(text) == read
    own = posting_role([read], known, name=text)
    assert sorted(option for one in own.requirements for option in one.options) == sorted(named)
    assert all(one.level <= 2 for one in own.requirements)
    assert [one.tier for one in own.topics] == sorted(one.tier for one in own.topics)  # core before next
    assert {one.topic_id for one in own.requirements} - {""} == {one.id for one in own.topics}
    assert gap.compare(SkillProfile("ann", ()), own, known).coverage == 0
