"""Plans, gaps and what stands beside them as tables and sentences."""

from dataclasses import replace
from datetime import date

import pytest
from conftest import profile_of

from skillgap import charts, gap, schedule
from skillgap.model.assessment import Assessment, CertificateAdvice, QuickWin, Story
from skillgap.model.learning import Certificate
from skillgap.model.resume import Document, HeldSkill, ResumeReading, SkillProfile
from skillgap.model.role import Requirement
from skillgap.plan import certificates, learning_plan, stories, summary
from skillgap.plan.preferences import PlanPreferences
from skillgap.tables import gaps as gap_tables
from skillgap.tables import plan as plan_tables
from skillgap.ui import coverage_bar

MONDAY = date(2026, 11, 23)


@pytest.fixture
def known(world, skill, topic, resource):
    """Docker (4 h, core), Git (6 h, core, after Docker), Linux (14 h, next); SQL is shown."""
    return world(
        [skill(one) for one in ("git", "docker", "sql", "linux", "compose")],
        (),
        [resource("course", {"docker": 3, "compose": 2}), resource("book", {"git": 9}, kind="book", cost="paid")],
        [
            topic("docker", 3, 1, ("docker", 3, 2), ("compose", 1, 1)),
            topic("git", 5, 1, after=("docker",)),
            topic("sql", 7, 2),
            topic("linux", 10, 4, tier="next"),
        ],
        spare_project="Build a shop.",
    )


@pytest.fixture
def assessed(known):
    """A profile that shows SQL, held against the role, with a plan."""

    def make(text="", hours=None, **preferences):
        profile = profile_of(sql=2)
        report = gap.compare(profile, known.role("tester"), known)
        made = learning_plan.build(report, profile, known, hours=hours, preferences=PlanPreferences(**preferences))
        return Assessment(ResumeReading(Document("ann.txt", text), profile), report, made)

    return make


def test_a_plan_is_a_row_a_step_whose_hours_and_coverage_add_up(assessed, known):
    # Weights: 3 x 4 and 1 x 4 for Docker, 5 x 4 each for Git and SQL, 5 x 2 for Linux: 66.
    table = plan_tables.plan(assessed(), known)

    assert table[["step", "topic", "tier", "skill"]].values.tolist() == [
        [1, "Docker", "core", "Docker, Compose"],
        [2, "Git", "core", "Git"],
        [3, "Linux", "next", "Linux"],
    ]
    assert table[["hours", "study_hours", "proof_hours", "total_hours"]].values.tolist() == [
        [4, 3, 1, 4], [6, 5, 1, 10], [14, 10, 4, 24],
    ]  # fmt: skip
    assert table["coverage_after"].tolist() == pytest.approx([100 * 36 / 66, 100 * 56 / 66, 100])
    assert table["proof_task"][0] == "Make something with Docker."


def test_a_row_names_the_main_resource_or_none(assessed, known):
    table = plan_tables.plan(assessed(), known)

    columns = ["resource", "provider", "url", "format", "resource_level", "cost", "hours_source"]
    assert table[columns].values.tolist() == [
        ["Course", "Somebody", "https://example.com/course", "course", 2, "free", "provider"],
        ["Book", "Somebody", "https://example.com/book", "book", 2, "paid", "provider"],
        ["", "", "", "", 0, "", ""],
    ]


def test_a_row_holds_the_weightiest_gap_of_its_topic_and_a_project_none(assessed, known):
    table = plan_tables.plan(assessed(hours=40), known)

    assert table[["topic", "tier", "importance", "required", "held", "priority"]].values.tolist() == [
        ["Docker", "core", 3, 2, 0, 6], ["Git", "core", 5, 2, 0, 10], ["Linux", "next", 5, 2, 0, 10],
        ["One project that shows it all", "project", 0, 0, 0, 0],
    ]  # fmt: skip


def test_what_is_left_says_why(assessed):
    table = plan_tables.unplanned(assessed(hours=8, skip={"docker"}).plan)

    assert table.values.tolist() == [
        ["Docker", "core", 4, "You left it out."],
        ["Linux", "next", 14, "It takes 14 h, and 2 h are free."],
    ]


def test_steps_stand_on_the_calendar_with_their_weeks_and_late_ones_apart(assessed):
    made = assessed().plan
    milestones = schedule.milestones(made, start=MONDAY, hours_a_week=7)

    table = plan_tables.timeline(made, milestones, start=MONDAY)
    figure = charts.timeline(table, deadline=date(2026, 12, 2))

    assert table.values.tolist() == [
        [1, "Docker", 4, "2026-11-23", "2026-11-26", "1"],
        [2, "Git", 6, "2026-11-27", "2026-12-02", "1 to 2"],
        [3, "Linux", 14, "2026-12-03", "2026-12-16", "2 to 4"],
    ]
    assert [(bar.name, list(bar.y)) for bar in figure.data if bar.type == "bar"] == [
        ("by the deadline", [0, 1]),
        ("after the deadline", [2]),
    ]
    assert list(figure.data[-1].text) == ["1. Docker, 4 h", "2. Git, 6 h", "3. Linux, 14 h"]
    assert [(one.text, one.x.isoformat()) for one in figure.layout.annotations] == [("deadline", "2026-12-03T00:00:00")]
    assert [(one.x0, one.x1, one.yref) for one in figure.layout.shapes] == [
        (figure.layout.annotations[0].x, figure.layout.annotations[0].x, "y domain")
    ]
    assert (figure.layout.height, list(figure.layout.yaxis.range), figure.layout.showlegend) == (214, [3, -0.6], True)


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (None, ("Everything that is open: 3 topics.", "The core of this role is about 10 h for you (2 topics).")),
        (24, ("Your plan for 24 hours: 3 topics.", "The core of this role is about 10 h for you (2 topics).")),
        (
            5,
            (
                "Your plan for 5 hours: 1 topic.",
                "The core of this role is about 10 h for you (2 topics).",
                "For later: Git (6 h). Apply already: many internships teach what is left of the core.",
            ),
        ),
        (
            9,
            (
                "Your plan for 9 hours: 1 topic and a start in Git.",
                "The core of this role is about 10 h for you (2 topics).",
            ),
        ),
    ],
)
def test_a_plan_is_told_in_sentences(assessed, hours, said):
    assert summary.sentences(assessed(hours=hours).plan) == said


def test_a_plan_whose_core_is_shown_says_so(assessed):
    assert summary.sentences(assessed(hours=20, done={"docker": "", "git": ""}).plan) == (
        "Your plan for 20 hours: 1 topic.",
        "Your resume shows the core of this role already.",
    )


def test_a_resume_that_shows_everything_has_nothing_to_learn(known):
    profile = profile_of(docker=2, git=2, sql=2, linux=2)
    made = learning_plan.build(gap.compare(profile, known.role("tester"), known), profile, known, hours=40)

    assert [step.tier for step in made.steps] == ["project"]
    assert summary.sentences(made) == ("Your resume shows every topic of this role. Nothing is left to learn for it.",)


def test_lines_to_write_first_and_stories_are_rows_with_their_line(assessed, known):
    text = "Cafe\n  I restart   the terminal.\n"
    made = assessed(text)
    told = Assessment(
        made.reading, made.report, made.plan,
        quick_wins=(QuickWin(("docker", "git"), 5, 32, "Did you mend it?"),),
        stories=(Story("linux", "When did you help?", 5, 32), Story("sql", "When did you fail?")),
    )  # fmt: skip

    assert plan_tables.quick_wins(told, known).values.tolist() == [
        ["Docker, Git", "I restart the terminal.", "Did you mend it?"]
    ]
    assert plan_tables.stories(told, known).values.tolist() == [
        ["Linux", "I restart the terminal.", "When did you help?"],
        ["Sql", "", "When did you fail?"],
    ]


def test_stories_are_the_soft_skills_that_have_a_question_those_with_a_deed_first(world, skill, mention):
    asked = [
        Requirement("patience", 3, 2, "soft", story="When did you wait?"),
        Requirement("teamwork", 3, 2, "soft", story="Who did you help?"),
        Requirement("humour", 3, 2, "soft"),
        Requirement("git", 5, 2),
    ]
    small = world([skill(one.skill_id) for one in asked])
    role = small.role("tester")
    listed = mention("patience", 0)
    deed = mention("teamwork", 40, section="experience", listed=False, quote=(30, 60))
    profile = SkillProfile("ann", (HeldSkill("patience", 1, "", (listed,)), HeldSkill("teamwork", 2, "", (deed,))))

    report = gap.compare(profile, type(role)("tester", "Tester", "", "", tuple(asked)), small)

    assert stories.stories(report, profile) == (
        Story("teamwork", "Who did you help?", 30, 60),
        Story("patience", "When did you wait?"),
    )


def test_a_certificate_tells_its_fee_and_the_part_that_resume_and_plan_cover(world, skill, topic):
    tested = ["git", "sql", "linux", "zig"]
    known = world(
        [*map(skill, tested), skill("a-plus", kind="certification", certifies=tested)],
        topics=[topic("git", 5, 1)],
        certificates=("a-plus", "unheard-of"),
    )
    known.certificates["a-plus"] = Certificate("a-plus", "246 USD (2026)", 70, "guide", "Later.")
    profile = profile_of(sql=2, linux=1)
    made = learning_plan.build(gap.compare(profile, known.role("tester"), known), profile, known)

    assert certificates.certificate_advice(made, profile, known) == (
        CertificateAdvice("a-plus", False, "246 USD (2026)", 70, 0.5, "Later."),
    )
    assert certificates.certificate_advice(made, profile_of(a_plus=2), known)[0].held


def test_a_role_is_a_row_a_topic_with_what_is_shown_named_and_missing(known, mention):
    held = (
        HeldSkill("docker", 1, "named", (mention("docker"),)),
        HeldSkill("compose", 2, "shown", (mention("compose", section="projects", listed=False),)),
        HeldSkill("sql", 2, "shown", (mention("sql", section="projects", listed=False),)),
    )
    profile = SkillProfile("ann", held)

    table = gap_tables.topics(gap.compare(profile, known.role("tester"), known), profile, known)

    assert table[["topic", "tier", "status", "you_show", "named", "missing"]].values.tolist() == [
        ["Docker", "core", "begun", "Compose", "Docker", ""],
        ["Git", "core", "missing", "", "", "Git"],
        ["Sql", "core", "shown", "Sql", "", ""],
        ["Linux", "next", "missing", "", "", "Linux"],
    ]
    assert table["points"].sum() + table["possible"].sum() == pytest.approx(100)


def test_a_topic_that_two_of_its_skills_show_is_shown_in_the_table_as_in_the_plan(world, skill, topic):
    known = world([skill(one) for one in "abc"], topics=[topic("t", 9, 2, ("a", 2, 2), ("b", 2, 2), ("c", 2, 2))])
    profile = profile_of(b=2, c=2)
    report = gap.compare(profile, known.role("tester"), known)

    assert list(gap_tables.topics(report, profile, known)["status"]) == ["shown"]
    assert learning_plan.build(report, profile, known).steps == ()


def test_next_topics_stand_before_later_ones(world, skill, topic):
    later, following = topic("a", 5, 1, tier="later"), topic("b", 5, 1, tier="next")
    known = world([skill("a"), skill("b")], topics=[later, following])
    report = gap.compare(profile_of(), known.role("tester"), known)

    assert list(gap_tables.topics(report, profile_of(), known)["tier"]) == ["next", "later"]


def test_the_line_of_a_topic_is_one_that_shows_it_before_one_that_names_it(known, mention):
    text = "Skills: docker, sql\n- Ran a shop in docker compose"
    listed, shown = (0, 19), (20, len(text))
    held = (
        HeldSkill("compose", 2, "shown", (mention("compose", 43, quote=shown, section="projects", listed=False),)),
        HeldSkill("docker", 1, "named", (mention("docker", 8, quote=listed),)),
        HeldSkill("sql", 1, "named", (mention("sql", 16, quote=listed),)),
    )
    reading = ResumeReading(Document("ann.txt", text), SkillProfile("ann", held))
    report = gap.compare(reading.profile, known.role("tester"), known)

    assert gap_tables.topic_lines(report, reading, known) == {
        "Docker": "Ran a shop in docker compose",
        "Sql": "Skills: docker, sql",
    }


def test_a_long_line_is_cut_between_words_around_what_it_shows(mention):
    text = "- " + "first words " * 9 + "then docker " + "last words " * 9
    reading = ResumeReading(Document("ann.txt", text), SkillProfile("ann", ()))
    place = text.index("docker")

    line = gap_tables.short_quote(reading, mention("docker", place, quote=(0, len(text))))

    assert line.startswith("\u2026 ")
    assert line.endswith(" \u2026")
    assert "then docker last" in line
    assert set(line.split()) <= {"\u2026", "first", "words", "then", "docker", "last"}
    assert len(line) <= gap_tables.SHORT_QUOTE + 4


def test_a_topic_keeps_its_line_beside_a_demand_of_the_same_name(world, skill, topic, mention):
    known = world([skill("git"), skill("other", name="Git")], [("other", 3, 2, "core")], topics=[topic("git", 5, 1)])
    held = (HeldSkill("git", 1, "named", (mention("git", 8, quote=(0, 11)),)),)
    reading = ResumeReading(Document("ann.txt", "Skills: git"), SkillProfile("ann", held))
    report = gap.compare(reading.profile, known.role("tester"), known)

    assert gap_tables.topic_lines(report, reading, known) == {"Git": "Skills: git"}


def test_of_a_list_over_several_lines_the_line_that_names_the_skill_is_quoted(mention):
    text = "Excel, Word\nGit, Docker\nNo experience with macOS"
    reading = ResumeReading(Document("ann.txt", text), SkillProfile("ann", ()))

    assert gap_tables.short_quote(reading, mention("docker", 17, quote=(0, len(text)))) == "Git, Docker"
    assert gap_tables.short_quote(reading, mention("excel", 0, quote=(0, len(text)))) == "Excel, Word"


def test_the_parts_of_the_bar_are_whole_percent_that_make_up_the_coverage(known):
    for levels in ({}, {"sql": 2}, {"sql": 2, "docker": 1}, {"git": 1}):
        report = gap.compare(profile_of(**levels), known.role("tester"), known)
        parts = coverage_bar.split(report)

        assert sum(parts.values()) == 100
        assert parts["have"] + parts["named"] == round(100 * report.coverage)
        assert (parts["have"] > 0) == ("sql" in levels)
        assert min(parts.values()) >= 0


def test_a_technical_demand_without_a_topic_has_a_row_of_its_own_and_a_soft_one_none(world, skill, topic):
    known = world(
        [skill("git"), skill("aws"), skill("azure"), skill("teamwork", kind="soft")],
        [("aws", 4, 2, "core", ("azure",)), ("teamwork", 3, 2, "soft")],
        topics=[topic("git", 5, 1, tier="next")],
    )
    profile = profile_of(azure=1)

    table = gap_tables.topics(gap.compare(profile, known.role("tester"), known), profile, known)

    assert table[["topic", "tier", "status", "why"]].values.tolist() == [
        ["Aws or Azure", "core", "begun", ""],
        ["Git", "next", "missing", "Git is needed."],
    ]


def test_ways_of_working_are_a_row_a_competency(world, skill):
    known = world(
        [
            replace(skill("patience", kind="soft"), competency="professionalism"),
            replace(skill("teamwork", kind="soft"), competency="teamwork"),
            replace(skill("punctuality", kind="soft"), competency="professionalism"),
        ],
        [("patience", 3, 2, "soft"), ("teamwork", 4, 2, "soft"), ("punctuality", 3, 2, "soft")],
    )
    profile = profile_of(patience=2, punctuality=1)
    report = gap.compare(profile, known.role("tester"), known)

    assert gap_tables.ways_of_working(report, profile, known).values.tolist() == [
        ["Professionalism", "Patience", "Punctuality", ""],
        ["Teamwork", "", "", "Teamwork"],
    ]
    assert set(gap_tables.gaps(report, profile, known)["topic"]) == {"Professionalism", "Teamwork"}


def test_gaps_are_a_row_a_demand_under_its_topic(known):
    profile = profile_of(sql=2)

    table = gap_tables.gaps(gap.compare(profile, known.role("tester"), known), profile, known)

    assert table[["topic", "skill", "tier", "status"]].values.tolist() == [
        ["Docker", "Docker", "core", "missing"],
        ["Git", "Git", "core", "missing"],
        ["Sql", "Sql", "core", "met"],
        ["Linux", "Linux", "next", "missing"],
        ["Docker", "Compose", "core", "missing"],
    ]
    assert table["points"].sum() == pytest.approx(100 * 20 / 66)
