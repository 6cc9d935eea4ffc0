"""The Gaps page as a student uses it: three columns, the bar, ways of working, and what is folded (AppTest)."""

import re

import pytest
from conftest import FIXTURES
from streamlit.testing.v1 import AppTest
from test_pages import RESUME, ROOT, add_posting, go, metric, points, table_with, texts, upload

from skillgap.ui import coverage_bar, gap_cards

TITLES = [title for title, _ in gap_cards.COLUMNS.values()]


@pytest.fixture
def app():
    opened = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    return go(upload(opened, RESUME), "gaps")


def test_the_points_of_the_gaps_sum_to_the_coverage_shown(app):
    table = points(app)

    total = table["points"].astype(float).sum()
    assert app.metric[0].value == f"{total:.0f}%"
    assert f"Sum of all points: {total:.2f} of 100 = technical coverage {total:.2f}%" in texts(app)
    assert set(table[table["tier"] == "way of working"]["points"]) == {0}


def test_each_topic_stands_in_the_column_of_its_status_core_ones_first(app, known):
    role = known.role("it-support-intern")
    heads = {
        one.value.rpartition(" (")[0]: int(one.value.rpartition("(")[2][:-1]) for one in app.header if "(" in one.value
    }
    assert list(heads) == TITLES
    assert sum(heads.values()) == len(role.topics)
    core = sum(topic.tier == "core" for topic in role.topics)
    assert metric(app, "Core topics shown").endswith(f" of {core}")
    assert all(topic.name in texts(app).replace("\\", "") for topic in role.topics)
    tiers = {topic.name: ("core", "next", "later").index(topic.tier) for topic in role.topics}
    for column in app.columns[2:5]:
        names = [one.value.split("**")[1].replace("\\", "") for one in column.markdown if one.value.startswith("**")]
        assert [tiers[name] for name in names] == sorted(tiers[name] for name in names)


def test_a_topic_that_is_held_or_named_quotes_the_line_of_the_resume(app):
    text = " ".join(app.session_state["session"].versions[0].reading.document.text.split())
    for column, rows in zip(app.columns[2:4], (5, 5), strict=True):
        quotes = [one.value.replace("\\", "").strip("\u201c\u201d") for one in column.caption]
        assert 0 < len(quotes) <= rows
        assert [one for one in quotes if one.strip("\u2026 ") not in text] == []


def test_the_bar_says_each_part_in_words_and_the_first_two_are_the_coverage(app):
    (bar,) = [one.proto.body for one in app.get("html") if '<ul class="coverage-key"' in one.proto.body]
    have, named, left = map(int, re.findall(r"<b>(\d+)%</b>", bar))
    assert (have + named, have + named + left) == (int(app.metric[0].value.rstrip("%")), 100)
    assert all(f"</b> {words}</li>" in bar for words in coverage_bar.WORDS.values())


def test_ways_of_working_stand_apart_and_last(app, known):
    soft = [one for one in known.role("it-support-intern").requirements if one.tier == "soft"]
    assert app.header[-1].value.startswith("Ways of working: ")
    told = [one.value.partition(": ") for one in app.text if one.value.partition(": ")[0] in gap_cards.SOFT.values()]
    names = [name for _, _, names in told for name in names.split(", ")]
    assert sorted(names) == sorted(known.name(one.skill_id) for one in soft)
    competencies = {known.skills[one.skill_id].competency.replace("-", " ").capitalize() for one in soft}
    headings = [one.value.strip("*") for one in app.markdown]
    assert all(headings.count(one) == 1 for one in competencies)


def test_a_column_with_many_topics_folds_those_that_matter_least(known):
    opened = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    app = go(upload(opened, FIXTURES / "resumes" / "web.txt"), "gaps")
    app.selectbox(key="role").set_value("network-intern").run()

    missing = int(app.header[2].value.rpartition("(")[2][:-1])
    fold = next(one for one in app.expander if one.label.endswith(" more"))
    assert fold.label == f"{missing - gap_cards.IN_SIGHT} more"
    assert len([one for one in fold.markdown if "-badge[" in one.value]) == missing - gap_cards.IN_SIGHT
    tiers = [one.value.rpartition("[")[2][:-1] for one in app.columns[4].markdown if "-badge[" in one.value]
    assert (len(tiers), tiers) == (missing, sorted(tiers, key=("core", "next", "later").index))


def test_the_conditions_of_a_posting_stand_on_the_page_and_one_posting_has_no_counts(app):
    add_posting(app, "security_bullets.txt")

    (fold,) = [one for one in app.expander if one.label.startswith("Check these before you apply (")]
    assert len(fold.markdown) == 1 + int(fold.label.rpartition("(")[2][:-1])
    wanted = next(one.value for one in app.dataframe if "sentences" in one.value)
    assert list(wanted.columns) == ["skill", "importance", "level", "reason", "sentences"]


def test_the_demands_can_be_narrowed_to_missing_core_ones(app):
    every = points(app)
    status, tier = app.get("button_group")

    status.set_value(["missing"])
    tier.set_value(["core"]).run()

    assert not app.exception
    expected = every[(every["status"] == "missing") & (every["tier"] == "core")]
    assert points(app)["skill"].tolist() == expected["skill"].tolist()
    assert 0 < len(expected) < len(every)


def test_what_if_adds_what_the_chosen_gaps_would_add(app):
    chosen = app.multiselect[0].options[:2]

    app.multiselect[0].set_value(chosen).run()

    assert not app.exception
    table = points(app)
    added = table[table["skill"].str.split(" or ").str[0].isin(chosen)]["possible"].sum()
    then = next(metric for metric in app.metric if metric.label == "Coverage would be")
    assert then.delta == f"{added:.1f} points"


def test_a_second_role_stands_beside_the_first(app):
    next(one for one in app.selectbox if one.label == "Second role").set_value("cloud-intern").run()

    assert not app.exception
    assert set(table_with(app, "asked by")["asked by"]) > {"both"}
