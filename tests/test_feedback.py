"""Feedback on a resume: each rule with a line that must fire and one that must not, questions, interview."""

import json
from collections import defaultdict
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from conftest import FIXTURES, ROOT

from skillgap import pipeline
from skillgap.feedback import exclusions
from skillgap.feedback.lexicon import words
from skillgap.feedback.rules import RULES
from skillgap.model.resume import Document, Notice
from skillgap.tables import feedback as feedback_tables

TODAY = date(2026, 11, 24)
LONG_AGO = "Technician, Example Ltd, June 2022 - August 2023"
NOW = "Technician, Example Ltd, June 2025 - Present"
SOUND = (
    "Ann Example\nann@example.com | github.com/ann-example\n\nEDUCATION\n"
    "BSc Computing, Example University, 2024 - 2027\nModules: Networks, Databases\n\n"
)


@pytest.fixture
def review(extractor, known):
    """Feedback on a text given as a string."""

    def make(text, *, role=None, **fields):
        reading = pipeline.interpret(Document("ann.txt", text, **fields), extractor, known, today=TODAY)
        return reading, pipeline.give_feedback(reading, known, today=TODAY, role=role)

    return make


@pytest.fixture
def quotes(review):
    """The lines that a rule quotes in a text, and what it sees where it quotes none."""

    def make(rule_id, text, **fields):
        reading, found = review(text, **fields)
        return [
            reading.document.text[point.start : point.end] or point.sees
            for point in found.points
            if point.rule.id == rule_id
        ]

    return make


def job(*bullets, title=NOW):
    return SOUND + "EXPERIENCE\n" + title + "\n" + "".join(f"- {bullet}\n" for bullet in bullets)


@pytest.mark.parametrize(
    ("rule_id", "bullet", "fires"),
    [
        ("weak-opening", "Responsible for the backups of two servers", True),
        ("weak-opening", "Was involved in the backups of two servers", True),
        ("weak-opening", "Checked the backups and was thanked by those responsible for two servers", False),
        ("weak-opening", "Helped customers choose tools", False),
        ("no-action", "Preventive maintenance on generators and cameras", True),
        ("no-action", "Maintained generators and cameras", False),
        ("no-action", "Successfully deployed the new print server", False),
        ("no-action", "Frobnicated the print server", False),
        ("no-action", "Top seller of 2020 with 40 contracts", False),
        ("no-action", "Tools: Nessus, Splunk, Wireshark, Nmap", False),
        ("ing-opening", "Managing user accounts and file shares", True),
        ("ing-opening", "Networking events for newcomers were held", False),
        ("first-person", "I built the intranet page of the club", True),
        ("first-person", "Built the intranet page, I did not touch the code", False),
        ("first-person", "I don't know Linux very well yet", False),
        ("thin", "Event management", True),
        ("thin", "Trained newcomers", False),
        ("long-line", "Built " + "very " * 40 + "good cables", True),
        ("long-line", "Built " + "very " * 30 + "good cables", False),
        ("filler", "Kept calm as a team player", True),
        ("filler", "Played in the team of the club", False),
        ("spelling", "Wrote a page in Javascript", True),
        ("spelling", "Wrote a page in JavaScript", False),
        ("spelling", "Wrote a page in JAVASCRIPT", False),
        ("link-missing", "Wrote a parser and published it on Gitlab", True),
        ("link-missing", "Wrote a parser and published it on GitHub", False),
        ("rating", "Python \u25cf\u25cf\u25cf\u25cb\u25cb", True),
        ("rating", "Built a lamp with 5 lights", False),
        ("closing-line", "References available upon request", True),
        ("closing-line", "Filed the references of applicants", False),
        ("personal-data", "Marital status: single", True),
        ("personal-data", "Checked the marital status of applicants", False),
        ("self-deprecating", "Wrote a game, but my coding skills might not be that great", True),
        ("self-deprecating", "I am not the strongest programmer of the class", True),
        ("self-deprecating", "Know some Java but not really confident in it", True),
        ("self-deprecating", "My English is sadly not very good", True),
        ("self-deprecating", "I don\u2019t have much experience with servers", True),
        ("self-deprecating", "I'm only a beginner in networks", True),
        ("self-deprecating", "Sorry for the gaps in this resume", True),
        ("self-deprecating", "I am not only good at Java but at SQL too", False),
        ("self-deprecating", "Explained VPN to users who were not very good with computers", False),
        ("self-deprecating", "Mentored beginners who struggle with loops", False),
        ("self-deprecating", "Did not write the scripts of the team myself", False),
        ("self-deprecating", "Found weak passwords and limited access to the poor ones", False),
        ("weak-opening", "Worked as a technician at Example Ltd from March 2025", False),
        ("weak-opening", "Worked as a technician on many broken printers", True),
        ("thin", "March 2025", False),
    ],
)
def test_a_rule_about_a_line_fires_where_it_should_and_only_there(quotes, rule_id, bullet, fires):
    assert quotes(rule_id, job(bullet)) == ([bullet] if fires else [])


@pytest.mark.parametrize(
    ("title", "bullet", "fires"),
    [
        (LONG_AGO, "Configure access switches from templates", True),
        (LONG_AGO, "Maintains the access switches", True),
        (LONG_AGO, "Patch and label cables in twelve rooms", True),
        (NOW, "Configure access switches from templates", False),
        (LONG_AGO, "Configured access switches from templates", False),
        (LONG_AGO, "Set up access switches from templates", False),
        (LONG_AGO, "Project went live in the spring", False),
        (LONG_AGO, "Support for users in two offices", False),
    ],
)
def test_the_present_tense_is_told_only_where_the_dates_say_that_it_is_over(quotes, title, bullet, fires):
    assert quotes("tense", job(bullet, title=title)) == ([bullet] if fires else [])


def test_bullets_without_a_result_are_told_where_they_are_most_of_all_those_with_most_skills_first(quotes):
    text = job(
        "Watered the plants of the office",
        "Set up Windows 11 and macOS for the staff",
        "Imaged 40 laptops",
        "Installed Windows 10 on the computers of the office",
    )

    assert quotes("no-result", text) == [
        "Set up Windows 11 and macOS for the staff",
        "Installed Windows 10 on the computers of the office",
        "Watered the plants of the office",
    ]


def test_a_number_in_the_name_of_a_skill_is_no_figure_and_half_of_the_bullets_with_results_are_enough(quotes):
    assert quotes("no-result", job("Installed Windows 11 in the office")) == ["Installed Windows 11 in the office"]
    assert quotes("no-result", job("Installed Windows 11 in the office", "Imaged 40 laptops of the school")) == []


def test_three_places_of_a_rule_are_shown_and_the_others_counted(review):
    _, found = review(job(*(f"Responsible for the backups of server {name}" for name in "abcde")))

    assert sum(point.rule.id == "weak-opening" for point in found.points) == 3
    assert dict(found.more)["weak-opening"] == 2


def test_the_same_verb_again_and_again_is_told_once(quotes):
    text = job(*(f"Installed the {thing} of the school" for thing in ("doors", "lamps", "shelves", "tables")))

    assert quotes("repeated-opening", text) == ["Installed the doors of the school"]
    assert quotes("repeated-opening", job("Installed a door", "Painted a wall", "Moved a table", "Sold a lamp")) == []


@pytest.mark.parametrize(
    ("rule_id", "old", "new"),
    [
        ("no-email", "ann@example.com", "Example Town"),
        ("no-email", "ann@example.com", "@ann"),
        ("email-disguised", "ann@example.com", "ann [at] example [dot] com"),
        ("email-disguised", "ann@example.com", "ann @ example.com"),
        ("email-broken", "ann@example.com", "ann.example.gmail.com"),
        ("email-broken", "ann@example.com", "E-mail: ann.example.org"),
        ("email-broken", "ann@example.com", "Email: ann@example"),
        ("email-broken", "ann@example.com", "ann@ example"),
        ("no-link", "github.com/ann-example", "Example Town"),
        ("no-skills", "SKILLS\n", ""),
        ("no-experience", "PROJECTS\n", "LOOT\n"),
        ("education-undated", "2024 - 2027", "Example Town"),
        ("no-coursework", "Modules: Networks, Databases\n", ""),
        ("spaced-heading", "SKILLS\n", "S K I L L S\n"),
    ],
)
def test_what_a_whole_resume_lacks_is_told_once_it_is_taken_away(quotes, rule_id, old, new):
    sound = SOUND.replace("2024 - 2027", "2024 - present") if rule_id == "no-coursework" else SOUND
    whole = (
        sound + "PROJECTS\nHome lab, 2026\n- Built a rack of 4 servers\n" + "word " * 60 + "\n\nSKILLS\nPython, SQL\n"
    )

    assert quotes(rule_id, whole) == []
    assert len(quotes(rule_id, whole.replace(old, new))) == 1


def test_education_and_projects_are_missed_only_where_no_word_tells_of_them(quotes):
    text = "ann@example.com\n\nEXPERIENCE\n" + NOW + "\n- Sold 40 lamps\n" + "word " * 60

    assert len(quotes("no-education", text)) == 1
    assert len(quotes("no-projects", text)) == 1
    assert quotes("no-education", text + "\nI study at Example College\n") == []
    assert quotes("no-projects", text + "\nCaptain of the hackathon crew\n") == []


def test_a_text_without_headings_is_told_that_and_nothing_about_missing_sections(review):
    _, found = review("ann@example.com\n" + "word " * 130)

    assert [point.rule.id for point in found.points if point.rule.id.startswith("no-")] == ["no-headings", "no-link"]


@pytest.mark.parametrize(
    ("rule_id", "title", "fires"),
    [
        ("job-undated", "Technician, Example Ltd", True),
        ("job-undated", NOW, False),
        ("future-date", "Technician, Example Ltd, June 2027 - August 2027", True),
        ("future-date", "Incoming technician, Example Ltd, June 2027 - August 2027", False),
        ("date-order", "Technician, Example Ltd, 2024 - 2022", True),
        ("date-order", "Technician, Example Ltd, 2022 - 2024", False),
        ("date-order", "Technician, Example Ltd, Oct 2024 - March 2024", True),
        ("date-order", "Technician, Example Ltd, 09/2024 - 03/2023", True),
        ("date-order", "Technician, Example Ltd, March 2024 - Oct 2024", False),
        ("date-order", "Technician, Example Ltd, 11/2023 - 03/2024", False),
    ],
)
def test_the_dates_of_a_job_are_looked_at(quotes, rule_id, title, fires):
    assert quotes(rule_id, job("Repaired 40 laptops for students", title=title)) == ([title] if fires else [])


def test_months_in_words_and_in_numbers_are_told_at_the_second_form(quotes):
    later = "Clerk, Example Ltd, 03/2023 - 05/2023"

    assert quotes("date-format", job("Sold 40 lamps", title=NOW) + "\n" + later + "\n- Sold 9 lamps\n") == [later]
    assert quotes("date-format", job("Sold 40 lamps", title=NOW)) == []


def test_length_is_told_by_pages_or_words(quotes):
    assert quotes("too-long", job("Sold 40 lamps"), page_starts=(0, 10, 20)) == ["It has 3 pages."]
    assert quotes("too-long", "word " * 1001) == ["It has 1001 words, more than two pages."]
    assert quotes("too-short", "word " * 119) == ["It has 119 words; a full page has about 400."]
    assert quotes("too-long", "word " * 1000) == quotes("too-short", "word " * 120) == []


def test_what_the_reading_warned_of_comes_first(review):
    hidden = "Page 1 of ann.pdf holds hidden text (\u201cPython\u201d). It was not counted."
    blank = "Nothing could be read on page 2 of ann.pdf: it may be a picture."
    columns = "Columns were found on page 1 and read one after the other."

    notices = (Notice("unread-page", blank, 2), Notice("hidden-text", hidden, 1), Notice("columns", columns, 1))
    _, found = review(job("Sold 40 lamps"), notices=notices)

    assert [(point.rule.id, point.sees) for point in found.points][:2] == [("hidden-text", hidden), ("not-read", blank)]
    assert [point.sees for point in found.points if point.rule.id == "columns"] == [columns]


def test_hidden_text_in_a_real_file_is_told(extractor, known):
    tiny = Notice("tiny-text", 'Page 1 of a.pdf holds text too small to see ("x").', 1)
    document = Document("a.pdf", "Python", notices=(tiny,))
    reading = pipeline.interpret(document, extractor, known, today=TODAY)

    assert pipeline.give_feedback(reading, known, today=TODAY).points[0].rule.id == "hidden-text"


def test_rows_of_bars_and_of_word_tables_are_a_table_and_a_date_set_to_the_right_is_none(review, extractor, known):
    def rule_ids(name, text):
        reading = pipeline.interpret(Document(name, text), extractor, known, today=TODAY)
        return {point.rule.id for point in pipeline.give_feedback(reading, known, today=TODAY).points}

    assert "table" in rule_ids("a.txt", "ROLE|FIRM|YEAR\nClerk|Example|2024\nCook|Example|2023\n")
    assert "table" in rule_ids("a.docx", "Routing\tOSPF\nSwitching\tVLAN\nServices\tDNS\n")
    assert "table" not in rule_ids("a.docx", "Clerk\tMay 2024\nCook\tMay 2023\nBaker\tMay 2022\n")
    assert "table" not in rule_ids("a.txt", "Leeds | ann@example.com | 555-0134\n")


LISTED = "\nSKILLS\nPython, Docker, Wireshark, group policy\n"


def test_listed_skills_without_a_line_are_named_and_shown_ones_are_not(quotes):
    (sees,) = quotes("never-shown", job("Built a web page with Python for 40 members") + LISTED)

    assert sees == "Listed, but not in any job, project or lab: Docker, Wireshark, Group Policy."


def test_a_skill_that_a_shown_one_includes_and_one_that_only_names_a_course_are_not_missed(review):
    _, found = review(SOUND + "PROJECTS\nShop page, 2026\n- Built the site with Django in 4 weeks\n\nSKILLS\nPython\n")

    assert found.unshown == ()


def test_a_line_that_may_show_a_listed_skill_is_proposed_as_a_question_with_its_reason(review, known):
    line = "Reset accounts and managed 40 groups in Active Directory"
    reading, found = review(job(line) + LISTED)

    table = feedback_tables.questions(found, reading, known)

    assert table.to_dict("records") == [
        {
            "skill": "Group Policy",
            "question": "Did you use Group Policy here?",
            "line": line,
            "reason": "The line names Active Directory, a related skill.",
        }
    ]


def test_nothing_is_proposed_where_no_line_is_close_or_the_line_names_another_tool_for_the_job(review):
    _, far = review(job("Sold 40 lamps to neighbours") + LISTED)
    _, rival = review(job("Deployed 4 services with Podman") + "\nSKILLS\nDocker, SQL\n")

    assert far.questions == ()
    assert "docker" not in {one.skill_id for one in rival.questions}


def test_every_point_question_and_prompt_quotes_the_text_it_is_about(review):
    reading, found = review(
        job("Responsible for the backups", "Reset 40 accounts in Active Directory") + LISTED + "Windows 11 (2 years)\n"
    )
    text = reading.document.text

    places = [*found.points, *found.questions, *found.prompts]
    assert all(text[one.start : one.end] == text[one.start : one.end].strip() for one in places)
    assert all(one.end > one.start for one in (*found.questions, *found.prompts))


@pytest.mark.parametrize(
    ("bullets", "rest", "skill_id", "ground"),
    [
        (("Cut the build time by 30 % with Docker",), "", "docker", "figure"),
        (("Deployed four services in a team of five",), "", "teamwork", "team"),
        (("Deployed four services with Docker",), "", "docker", "job"),
        ((), "PROJECTS\nHome lab, 2026\n- Deployed four services with Docker\n", "docker", "project"),
        ((), "CERTIFICATIONS\nCompTIA A+, March 2026\n", "comptia-a-plus", "certified"),
        ((), "CERTIFICATIONS\nCompTIA A+, expired\n", "comptia-a-plus", "old"),
        ((), "PROJECTS\nHome lab, 2019\n- Deployed four services with Docker\n", "docker", "old"),
        ((), "SKILLS\nDocker (2 years), Python\n", "docker", "stated"),
        ((), "SKILLS\nDocker, Python\n", "python", "listed"),
        ((), "SKILLS\nTime management, Docker\n", "time-management", "story"),
    ],
)
def test_what_may_be_asked_depends_on_how_a_claim_is_made(review, bullets, rest, skill_id, ground):
    _, found = review((job(*bullets) if bullets else SOUND) + "\n" + rest)

    assert (skill_id, ground) in {(one.skill_id, one.ground) for one in found.prompts}


def test_questions_of_an_interview_are_few_one_a_line_and_name_what_the_role_asks_for_first(review, known):
    lines = [
        f"Deployed {name} for 40 users" for name in ("Docker", "Splunk", "Wireshark", "Jira", "WordPress", "Linux")
    ]
    text = job(*lines) + "\nSKILLS\nPython\nSQL\nGit\nJava\nExcel\n"

    _, found = review(text, role=known.roles["soc-analyst-intern"])

    assert len(found.prompts) <= 10
    assert len({one.start for one in found.prompts}) == len(found.prompts)
    assert {one.skill_id for one in found.prompts if one.ground == "job"} == {"linux", "splunk", "wireshark"}


def test_what_is_good_is_counted(review):
    _, found = review(
        job("Imaged 40 laptops with Clonezilla", "Reset 9 accounts", "Wrote six articles that staff now use")
    )

    assert found.good[:2] == (
        "3 of 3 lines about jobs and projects begin with a verb that says what you did.",
        "3 of 3 lines about jobs and projects have a figure or an outcome.",
    )
    assert "It has an e-mail address and a link." in found.good


def test_the_same_resume_gives_the_same_feedback_and_the_most_urgent_first(review):
    text = job("Responsible for the backups", "Marital status: single") + LISTED

    (_, first), (_, second) = review(text), review(text)

    assert first == second
    urgencies = [point.rule.urgency for point in first.points]
    assert urgencies == sorted(urgencies)


def test_an_empty_text_and_a_reading_without_outline_are_no_error(review, known):
    reading, found = review("Python")

    assert found.prompts[0].skill_id == "python"
    bare = replace(reading, outline=type(reading.outline)())
    assert pipeline.give_feedback(bare, known, today=TODAY).questions == ()


def test_every_rule_says_why_and_what_to_do():
    assert all(rule.why.endswith(".") and rule.advice[-1] in '."' for rule in RULES.values())
    assert [rule.urgency for rule in RULES.values()] == sorted(rule.urgency for rule in RULES.values())


@pytest.mark.parametrize(
    ("text", "form", "verb"),
    [
        ("Configured the router", "past", "configure"),
        ("Then quickly wrote a script", "past", "write"),
        ("Subnetted an office", "past", "subnet"),
        ("Maintains two servers", "present", "maintain"),
        ("Test cases for the shop", "", "test"),
        ("Test the shop", "present", "test"),
        ("Planning the network", "ing", "plan"),
        ("Advanced cabling", "", "advanced"),
    ],
)
def test_the_verb_that_opens_a_line_is_found(known, text, form, verb):
    opening = words(known).opening(text)

    assert (opening.form, opening.verb) == (form, verb)


def test_an_address_that_cannot_work_is_quoted_as_such_and_a_page_or_a_full_stop_is_no_address(review):
    def contact(words):
        _, found = review(words + "\n\nEXPERIENCE\n" + NOW + "\n- Sold 40 lamps\n")
        return [(one.rule.id, one.sees) for one in found.points if "email" in one.rule.id]

    assert contact("Ann Example\nannexamplegmail.com") == [
        ("email-broken", "The address has no @: \u201cannexamplegmail.com\u201d.")
    ]
    assert contact("Ann Example\nEmail: ann@example") == [
        ("email-broken", "The address is incomplete: \u201cann@example\u201d.")
    ]
    nothing = [("no-email", "No e-mail address was found.")]
    assert contact("Ann Example\nhttps://mail.yahoo.com and www.outlook.com") == nothing
    assert contact("Ann Example\nE-mail: on request") == nothing
    assert contact("Worked @ Acme. Then at Example") == nothing


def test_a_line_that_runs_the_writer_down_is_told_once_and_never_praised(review):
    honest = "SKILLS\nPython\nCurrently learning Docker\n"
    low = "SKILLS\nPython\nCurrently learning Docker, but my coding skills might not be that great.\n"

    _, praised = review(SOUND + honest)
    _, told = review(SOUND + low)

    assert [one for one in praised.good if one.startswith("You say openly")]
    assert [one for one in told.good if one.startswith("You say openly")] == []
    assert [one.rule.id for one in told.points if one.end and "not be that great" in low][:1] == ["self-deprecating"]
    _, bullets = review(job("I am not very good at Excel, I set up 3 tables", "Sold 40 lamps", "Imaged 9 laptops"))
    assert [one for one in bullets.good if "begin with a verb" in one or "a figure" in one] == []
    assert "first-person" not in {one.rule.id for one in bullets.points}


@pytest.mark.parametrize(
    ("bullet", "kept", "gone"),
    [
        ("I was responsible for the backups of the school", "weak-opening", "first-person"),
        ("Hard worker", "filler", "thin"),
        ("Ability to work under pressure in a shop", "filler", "weak-opening"),
        ("Managing " + "cables and " * 20 + "racks of the school", "long-line", "no-result"),
    ],
)
def test_of_two_points_that_exclude_one_another_the_stronger_one_stays(review, bullet, kept, gone):
    _, found = review(job(bullet))

    ids = {one.rule.id for one in found.points}
    assert kept in ids
    assert gone not in ids


def test_what_was_not_read_is_not_called_missing(review):
    notice = Notice("unread-page", "Nothing could be read on page 2 of ann.pdf: it may be a picture.", 2)

    _, found = review("Ann Example\n" + "word " * 60, notices=(notice,))

    assert [one.rule.id for one in found.points] == ["not-read"]
    assert not [one for one in found.good if "length" in one or "headings" in one]


def test_dates_that_run_backwards_do_not_tell_that_a_job_is_over(quotes):
    text = job("Configure access switches from templates", title="Technician, Example Ltd, 2024 - 2022")

    assert quotes("date-order", text)
    assert quotes("tense", text) == []


def test_every_exclusion_names_rules_that_there_are_and_no_rule_excludes_itself():
    tables = (exclusions.ON_A_LINE, exclusions.IN_AN_ENTRY, exclusions.IN_A_RESUME)
    pairs = [(kept, gone) for table in tables for kept, others in table.items() for gone in others]

    assert {rule for pair in pairs for rule in pair} <= set(RULES)
    assert [pair for pair in pairs if pair[0] == pair[1] or pair[::-1] in pairs] == []


ON_A_LINE_TOGETHER = {
    ("filler", "spelling"),
    ("ing-opening", "no-result"), ("ing-opening", "repeated-opening"), ("ing-opening", "spelling"),
    ("long-line", "spelling"), ("long-line", "weak-opening"), ("no-result", "repeated-opening"),
    ("no-result", "spelling"), ("no-result", "tense"), ("spelling", "thin"), ("spelling", "weak-opening"),
    ("tense", "thin"),
}  # fmt: skip
"""Pairs that somebody has judged: both can be followed at once."""
IN_A_RESUME_TOGETHER = {
    ("columns", "never-shown"), ("columns", "no-email"), ("columns", "no-link"), ("never-shown", "no-education"),
    ("never-shown", "no-email"), ("never-shown", "no-link"), ("never-shown", "no-projects"),
    ("never-shown", "not-read"), ("never-shown", "too-long"), ("never-shown", "too-short"),
    ("no-education", "no-experience"),
    ("no-email", "no-experience"), ("no-experience", "no-link"), ("no-experience", "no-skills"),
    ("no-experience", "too-short"),
    ("no-education", "no-email"), ("no-education", "no-link"), ("no-education", "no-projects"),
    ("no-education", "too-short"), ("no-email", "no-link"), ("no-email", "no-projects"), ("no-email", "no-skills"),
    ("no-email", "too-long"), ("no-email", "too-short"), ("no-link", "no-projects"), ("no-link", "no-skills"),
    ("no-link", "too-long"), ("no-link", "too-short"), ("no-projects", "no-skills"), ("no-projects", "too-long"),
    ("no-projects", "too-short"), ("no-skills", "too-long"), ("no-skills", "too-short"),
}  # fmt: skip
PRAISE_AGAINST = {
    "Its length is right": {"too-long", "too-short", "not-read"},
    "Its headings are clear": {
        "no-headings",
        "no-experience",
        "no-education",
        "no-skills",
        "no-projects",
        "spaced-heading",
    },
    "It has an e-mail address": {"no-email", "email-broken", "email-disguised", "no-link"},
    "You say openly": {"self-deprecating"},
}
"""How a praise begins -> the rules that say the opposite."""


@pytest.fixture(scope="module")
def reviewed(extractor, known):
    """Readings and feedback of every resume in text form that the tests have, and of what each layout was made from."""
    folders = (ROOT / "tests" / "gold", ROOT / "data" / "samples", FIXTURES / "resumes")
    texts = [path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.rglob("*.txt"))]
    for path in sorted((ROOT / "tests" / "layouts").glob("*.json")):
        blocks = json.loads(path.read_text(encoding="utf-8"))["blocks"]
        texts.append("\n".join("\n".join([*block, ""]) for block in blocks))
    assert len(texts) > 100
    readings = [pipeline.interpret(Document("ann.txt", text), extractor, known, today=TODAY) for text in texts]
    return [(reading, pipeline.give_feedback(reading, known, today=TODAY)) for reading in readings]


def test_no_two_points_about_a_line_or_a_resume_stand_together_unjudged(reviewed):
    lines, wholes = set(), set()
    for _, found in reviewed:
        places = defaultdict(set)
        for point in found.points:
            places[point.start if point.end else None].add(point.rule.id)
        for place, ids in places.items():
            (wholes if place is None else lines).update(combinations(sorted(ids), 2))

    assert lines - ON_A_LINE_TOGETHER == set()
    assert wholes - IN_A_RESUME_TOGETHER == set()


def test_no_praise_says_the_opposite_of_a_point(reviewed):
    against = [
        (praise, rule)
        for _, found in reviewed
        for praise in found.good
        for begin, rules in PRAISE_AGAINST.items()
        for rule in rules & {point.rule.id for point in found.points}
        if praise.startswith(begin)
    ]

    assert against == []


def test_no_interview_question_repeats_another_one_or_its_line(reviewed):
    asked = 0
    for reading, found in reviewed:
        questions = [one.text for one in found.prompts]
        assert len(set(questions)) == len(questions)
        assert len({one.skill_id for one in found.prompts}) == len(found.prompts)
        for one in found.prompts:
            line = reading.document.text[one.start : one.end].lower().split()
            told = " ".join(one.text.lower().split())
            assert not [part for part in zip(*(line[k:] for k in range(5)), strict=False) if " ".join(part) in told]
        asked += len(questions)

    assert asked > 500
