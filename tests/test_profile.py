from datetime import date

import pytest

from skillgap import profile
from skillgap.model.resume import Correction, Document, Period, ResumeReading
from skillgap.profile.user_levels import with_user_levels

TODAY = date(2026, 11, 24)
RESUME = Document("ann.txt", "text")


def levels(built):
    return {held.skill_id: held.level for held in built.skills}


def test_a_skill_only_named_in_a_list_is_level_1(world, skill, mention):
    built = profile.build(RESUME, [mention("docker")], world([skill("docker")]), today=TODAY)

    assert levels(built) == {"docker": 1}
    assert built.skills[0].reason == "Named in the skills list, not shown in a job or project."


def test_a_skill_shown_in_one_project_is_working(world, skill, mention):
    built = profile.build(
        RESUME,
        [mention("docker"), mention("docker", 50, section="projects", block=2)],
        world([skill("docker")]),
        today=TODAY,
    )

    assert levels(built) == {"docker": 2}
    assert [found.start for found in built.skills[0].evidence] == [0, 50]


def test_three_mentions_in_one_entry_are_one_showing(world, skill, mention):
    mentions = [mention("docker", start, section="experience", block=1) for start in (0, 20, 40)]

    assert levels(profile.build(RESUME, mentions, world([skill("docker")]), today=TODAY)) == {"docker": 2}


def test_a_skill_shown_in_three_entries_is_strong(world, skill, mention):
    mentions = [mention("docker", 20 * block, section="experience", block=block) for block in (1, 2, 3)]

    assert levels(profile.build(RESUME, mentions, world([skill("docker")]), today=TODAY)) == {"docker": 3}


def test_a_held_certification_lifts_what_it_tests_and_more_so_what_is_also_shown(world, skill, mention):
    things = [
        skill("a-plus", kind="certification", certifies=["hardware", "windows"]),
        skill("hardware"),
        skill("windows"),
    ]
    mentions = [mention("a-plus", section="certifications"), mention("windows", 30, section="experience", block=3)]

    built = profile.build(RESUME, mentions, world(things), today=TODAY)

    assert levels(built) == {"a-plus": 3, "hardware": 2, "windows": 3}
    assert built.find("hardware").evidence == (mentions[0],)


def test_a_certification_in_progress_earns_nothing(world, skill, mention):
    things = [skill("a-plus", kind="certification", certifies=["hardware"]), skill("hardware")]

    built = profile.build(
        RESUME, [mention("a-plus", section="certifications", assertion="learning")], world(things), today=TODAY
    )

    assert levels(built) == {}


def test_learning_wanted_and_negated_mentions_earn_no_level_but_are_kept(world, skill, mention):
    mentions = [mention("docker", 10 * i, assertion=said) for i, said in enumerate(("learning", "wanted", "negated"))]

    built = profile.build(RESUME, mentions, world([skill("docker")]), today=TODAY)

    assert built.skills == ()
    assert built.mentions == tuple(mentions)


def test_a_framework_shows_its_language_at_its_own_level_and_says_so(world, skill, mention):
    things = [skill("django", implies=["python"]), skill("python", implies=["programming"]), skill("programming")]

    built = profile.build(RESUME, [mention("django", section="projects", block=1)], world(things), today=TODAY)

    assert levels(built) == {"django": 2, "programming": 2, "python": 2}
    assert built.find("python").inferred_from == ("django",)
    assert built.find("python").evidence == ()
    assert built.find("python").reason == "Not named, but Django cannot be had without it."


def test_a_skill_that_is_named_is_raised_by_what_shows_it_and_keeps_its_evidence(world, skill, mention):
    things = [skill("django", implies=["python"]), skill("python")]

    built = profile.build(
        RESUME, [mention("django", section="projects"), mention("python", 30)], world(things), today=TODAY
    )

    python = built.find("python")
    assert (python.level, python.inferred_from) == (2, ("django",))
    assert [one.skill_id for one in python.evidence] == ["python"]
    assert python.reason.endswith("but Django is shown and cannot be had without it.")


def months(start, end):
    """From the first of one (year, month) to the end of another; no end where it goes on."""
    return Period(start[0] * 12 + start[1] - 1, end and end[0] * 12 + end[1], measured=True)


def test_months_of_entries_are_added_once_where_they_overlap_and_the_last_use_is_told(world, skill, mention):
    mentions = [
        mention("docker", 0, section="experience", block=1, period=months((2024, 1), (2024, 6))),
        mention("docker", 20, section="projects", block=2, period=months((2024, 4), (2024, 9))),
    ]

    (held,) = profile.build(RESUME, mentions, world([skill("docker")]), today=TODAY).skills

    assert (held.months, held.last) == (9, "2024-09")
    assert held.level == 2
    assert held.reason == "Shown in work experience and a project, 9 months in all, last in 2024."


def test_two_entries_over_a_year_are_strong_and_what_goes_on_counts_to_today(world, skill, mention):
    mentions = [
        mention("docker", 0, section="experience", block=1, period=months((2026, 1), None)),
        mention("docker", 20, section="experience", block=2, period=months((2025, 9), (2025, 10))),
    ]

    (held,) = profile.build(RESUME, mentions, world([skill("docker")]), today=TODAY).skills

    assert (held.level, held.months) == (3, 13)
    assert held.reason == "Shown in 2 separate entries: work experience, 13 months in all, still in use."


@pytest.mark.parametrize(
    ("stated", "count", "section", "level"),
    [
        ("2 years", 24, "skills", 2),
        ("6 months", 6, "skills", 1),
        ("Less than 1 year", 0, "skills", 1),
        ("2 years", 24, "projects", 3),
        ("1 year", 12, "projects", 2),
    ],
)
def test_a_stated_length_of_use_counts_as_stated(world, skill, mention, stated, count, section, level):
    said = mention("docker", section=section, listed=section == "skills", stated=stated, months=count)

    (held,) = profile.build(RESUME, [said], world([skill("docker")]), today=TODAY).skills

    assert held.level == level
    assert f"the resume states use for {stated}" in held.reason


def test_what_the_resume_calls_basic_is_exposure_even_in_a_job(world, skill, mention):
    said = mention("docker", section="experience", listed=False, qualifier="hedged")

    (held,) = profile.build(RESUME, [said], world([skill("docker")]), today=TODAY).skills

    assert held.level == 1
    assert held.reason == "Named in work experience, and called basic by the resume itself."


def test_a_certification_that_expired_is_exposure_and_tests_nothing(world, skill, mention):
    things = [skill("a-plus", kind="certification", certifies=["hardware"]), skill("hardware")]
    said = mention("a-plus", section="certifications", qualifier="expired")

    built = profile.build(RESUME, [said], world(things), today=TODAY)

    assert levels(built) == {"a-plus": 1}


def test_a_certification_dated_ahead_is_still_to_come(world, skill, mention):
    things = [skill("a-plus", kind="certification", certifies=["hardware"]), skill("hardware")]
    said = mention("a-plus", section="certifications", period=months((2027, 3), (2027, 3)))

    built = profile.build(RESUME, [said], world(things), today=TODAY)

    assert levels(built) == {}
    assert built.mentions[0].claim == "expected"


def test_an_uncertain_mention_counts_for_nothing(world, skill, mention):
    said = mention("docker", section="projects", assertion="uncertain")

    assert profile.build(RESUME, [said], world([skill("docker")]), today=TODAY).skills == ()


def test_the_owner_may_set_a_level_or_take_a_skill_out(world, skill, mention):
    built = profile.build(
        RESUME, [mention("docker"), mention("sql", 30)], world([skill("docker"), skill("sql")]), today=TODAY
    )

    own = with_user_levels(
        built,
        {"docker": Correction(3, "used daily"), "sql": Correction(0), "linux": Correction(1)},
        ResumeReading(RESUME, (), built),
        today=TODAY,
    )

    assert levels(own) == {"docker": 3, "linux": 1}
    assert own.find("docker").reason == "Set by you: used daily."
    assert own.find("linux").by_user


@pytest.mark.parametrize(
    ("period", "last", "words"),
    [
        (Period(2026 * 12, 2027 * 12, measured=False), "2026", "last in 2026"),
        (Period(2025 * 12, None, measured=True), "now", "still in use"),
        (Period(2026 * 12, 2026 * 12 + 3, measured=True), "2026-03", "last in 2026"),
        (None, "", ""),
    ],
)
def test_the_last_use_is_no_more_exact_than_the_resume(world, skill, mention, period, last, words):
    said = mention("docker", section="projects", period=period)

    (held,) = profile.build(RESUME, [said], world([skill("docker")]), today=TODAY).skills

    assert held.last == last
    assert words in held.reason


def test_a_job_that_has_not_begun_shows_nothing_yet(world, skill, mention):
    ahead = Period(2027 * 12 + 5, 2027 * 12 + 8, measured=True)
    built = profile.build(
        RESUME, [mention("docker", section="experience", block=1, period=ahead)], world([skill("docker")]), today=TODAY
    )

    assert (built.find("docker").level, built.find("docker").months, built.find("docker").last) == (1, 0, "")


@pytest.mark.parametrize(
    ("line", "skill_id", "level"),
    [
        ("Have good communication skills", "communication", 1),
        ("Led 12 soldiers on patrol", "leadership", 2),
        ("Mentored two new hires", "coaching-mentoring", 2),
        ("Acted as team leader for a summer", "leadership", 2),
    ],
)
def test_a_soft_skill_is_shown_by_a_deed_and_not_by_praise(extractor, known, line, skill_id, level):
    text = f"EXPERIENCE\nCook, Harbour Inn, Jan 2023 - Mar 2024\n- {line}\n"
    document = Document("a.txt", text)

    found = profile.build(document, extractor.extract(document).mentions, known, today=date(2026, 11, 29))

    assert found.level(skill_id) == level


def profile_of(extractor, known, text):
    """The profile of a text."""
    document = Document("a.txt", text)
    return profile.build(document, extractor.extract(document).mentions, known, today=date(2026, 11, 29))


def test_a_skill_that_other_trades_share_is_shown_beside_specific_it_only(extractor, known):
    def held(rest):
        text = f"EXPERIENCE\nClerk, Harbour Inn, Jan 2023 - Mar 2024\n- Prepared the yearly budget\n{rest}"
        return profile_of(extractor, known, text).find("budgeting")

    alone, beside = held(""), held("SKILLS\nPython, PostgreSQL, Linux\n")

    assert (alone.level, beside.level) == (1, 2)
    assert "hardly any specific IT" in alone.reason


@pytest.mark.parametrize(
    ("skills", "level"),
    [
        ("Jira, Confluence, Scrum, Kanban, software estimation", 2),
        ("Jira, Scrum, Kanban, software estimation", 1),  # one program may be chance
        ("Jira, Confluence, budgets, Excel", 1),  # methods that every trade uses speak for none
    ],
)
def test_two_programs_beside_methods_of_it_are_enough_specific_it(extractor, known, skills, level):
    text = f"EXPERIENCE\nClerk, Harbour Inn, Jan 2023 - Mar 2024\n- Prepared the yearly budget\nSKILLS\n{skills}\n"
    document = Document("a.txt", text)

    found = profile.build(document, extractor.extract(document).mentions, known, today=date(2026, 11, 29))

    assert found.level("budgeting") == level


@pytest.mark.parametrize(
    ("line", "skill_id"),
    [
        ("Coached the NAC Rookie of the Year", "network-access-control"),
        ("Hosted VIPs at every gala", "load-balancing"),
        ("Grew the practice from zero clients to 47", "thin-clients"),
    ],
)
def test_a_name_that_other_trades_use_in_another_sense_is_shown_beside_specific_it_only(
    extractor, known, line, skill_id
):
    def level(rest):
        text = f"EXPERIENCE\nClerk, Harbour Inn, Jan 2023 - Mar 2024\n- {line}\n{rest}"
        return profile_of(extractor, known, text).level(skill_id)

    assert (level(""), level("SKILLS\nPython, PostgreSQL, Linux\n")) == (1, 2)


@pytest.mark.parametrize("title", ["Lab Assistant", "Math Tutor"])
def test_the_title_of_an_office_shows_the_soft_skill_and_its_months(extractor, known, title):
    text = f"EXPERIENCE\nInitech\n{title}\nMarch 2022 - August 2023\nKept the Ubuntu machines patched with Ansible.\n"
    document = Document("a.txt", text)

    found = profile.build(document, extractor.extract(document).mentions, known, today=date(2026, 11, 29))

    teaching = found.find("teaching-others")
    assert (teaching.level, teaching.months, teaching.last) == (2, 18, "2023-08")


def test_a_line_that_names_specific_it_shows_what_stands_beside_it_in_a_short_resume(extractor, known):
    def api(rest):
        text = f"EXPERIENCE\nLab Assistant, Northfield College\nSep 2023 - May 2025\n- Built a REST API {rest}."
        return profile_of(extractor, known, text).level("rest-api")

    assert [api("in Flask"), api("with Django for a loan desk"), api("in my own time")] == [2, 2, 1]


def test_fields_and_programs_of_other_trades_are_only_named_in_a_long_resume_with_little_it(extractor, known):
    office = "SKILLS\nAutoCAD, Revit, Excel, Word, QuickBooks, budgeting, forecasting, payroll, invoicing, recruiting\n"
    job = "EXPERIENCE\nClerk, Harbour Inn, Jan 2023 - Mar 2024\n- Planned monitoring and data entry in AutoCAD\n"
    document = Document("a.txt", job + office + "Fiscal planning, purchasing, forecasting, accounts payable, SQL\n")

    found = profile.build(document, extractor.extract(document).mentions, known, today=date(2026, 11, 29))

    assert {held.skill_id for held in found.skills if held.level > 1} == set()
