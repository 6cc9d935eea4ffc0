"""Lines that may show a skill of the role without its word: asked about, best topics first, never claimed."""

from datetime import date

import pytest

from skillgap import pipeline
from skillgap.model.resume import Document

TODAY = date(2026, 11, 29)


@pytest.fixture
def wins(extractor, known):
    """The quick wins of a text for a role, each with its line."""

    def find(text, role="it-support-intern"):
        reading = pipeline.interpret(Document("nora.txt", text), extractor, known, today=TODAY)
        found = pipeline.assess(reading, known.roles[role], known).quick_wins
        return [(win.skill_ids, text[win.start : win.end], win.write) for win in found]

    return find


def job(*lines):
    return "EXPERIENCE\nBarista, Cafe Larkspur, 2024 - present\n" + "".join(f"- {line}\n" for line in lines)


@pytest.mark.parametrize(
    ("line", "role", "skill_id"),
    [
        ("Restart the card terminal when it hangs", "it-support-intern", "hardware-troubleshooting"),
        ("Help older people with phones and lost passwords", "it-support-intern", "end-user-support"),
        ("Write the handover for the late shift", "it-support-intern", "software-documentation"),
        ("Keep the weekly sales list in a spreadsheet", "data-analyst-intern", "excel"),
        ("Count the stock and report differences", "data-analyst-intern", "data-quality"),
    ],
)
def test_everyday_work_is_asked_about(wins, known, line, role, skill_id):
    found = wins(job(line), role)

    families = known.lexicon.quick_wins.records["families"].values()
    kin = {one for family in families if skill_id in family["skills"] for one in family["skills"]}
    assert [quote for _, quote, _ in found] == [f"- {line}"] or [quote for _, quote, _ in found] == [line]
    assert kin & set(found[0][0])
    assert found[0][2].endswith("Write it in your own words, and only if it is true.")


def test_a_line_is_asked_about_once_and_six_at_most(wins):
    lines = [f"Restart the {one} and check cables" for one in ("till", "router", "printer", "scanner", "copier")]
    found = wins(job(*lines, "Help guests with wifi", "Write the handover", "Issue badges", "Count the stock"))

    quotes = [quote for _, quote, _ in found]
    assert len(quotes) == len(set(quotes)) <= 6


def test_what_is_shown_already_is_not_asked_about(wins, known):
    every = known.roles["it-support-intern"]
    assert every
    assert wins("SKILLS\nTeamwork\n") == []


def test_every_family_names_skills_that_there_are(known):
    file = known.lexicon.quick_wins
    families = file.records["families"]

    assert {f"lines.{name}" for name in families} == set(file.wordings)
    assert {one for family in families.values() for one in family["skills"]} <= set(known.skills)


def test_each_sentence_of_a_line_tells_something_of_its_own(wins):
    found = wins(job("Help guests with their phones. Check the cables when the till hangs."))

    assert [quote for _, quote, _ in found] == [
        "Check the cables when the till hangs.",
        "- Help guests with their phones.",
    ]


def test_a_line_is_asked_about_its_second_subject_where_the_first_was_asked(wins):
    lines = ("Restart the printer", "Restart the router and help guests with wifi")

    found = wins(job(*lines))

    assert len({skill_ids[0] for skill_ids, _, _ in found}) == len(found) == 2


def test_soft_skills_are_asked_about_by_stories_alone(wins, known):
    found = wins(job("Showed new volunteers how to use the booking screen", "Restart the router"))

    asked = {skill_id for skill_ids, _, _ in found for skill_id in skill_ids}
    assert asked
    assert "soft" not in {known.skills[skill_id].kind for skill_id in asked}
