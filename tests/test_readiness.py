"""Whether an application is ready: conditions, must-haves, documents, deadline; and its days in lists and calendars."""

from datetime import date

import pytest

from skillgap.internship import readiness, reminders
from skillgap.internship.readiness import Item, MustHave
from skillgap.internship.reminders import Due
from skillgap.model.internship import Application, Internship
from skillgap.model.resume import HeldSkill, SkillProfile
from skillgap.posting import Posting, PostingDemand, Screen
from skillgap.schedule import CalendarEvent

TODAY = date(2026, 11, 25)


def demand(*options, required=True):
    return PostingDemand(options, 4, 2, required, "", "")


POSTING = Posting(
    "SOC intern",
    (demand("git"), demand("aws", "azure"), demand("linux"), demand("zig", required=False)),
    (Screen("degree", "A degree in IT, class of 2027"), Screen("class-year", "A degree in IT, class of 2027")),
    ("resume", "transcript"),
    "Closing date: 1 May 2027",
)


@pytest.fixture
def held(mention):
    """Linux is shown in a project, Azure is only named."""
    shown = mention("linux", section="projects", listed=False)
    skills = (HeldSkill("azure", 1, "named", (mention("azure"),)), HeldSkill("linux", 2, "shown", (shown,)))
    return SkillProfile("ann", skills)


def test_the_checklist_of_an_application_has_what_its_posting_asks(held):
    one = Application("SOC intern, Quill", "SOC intern", ready=("document: resume", "gone"))

    found = readiness.checklist(one, [Posting("Other", (), ()), POSTING], held)

    sentence = "A degree in IT, class of 2027"
    assert found.conditions == (Item(f"condition: {sentence}", f"Degree, class year: {sentence}", False),)
    assert found.must_haves == (
        MustHave(("git",), "missing"),
        MustHave(("aws", "azure"), "named"),
        MustHave(("linux",), "shown"),
    )
    assert [(item.label, item.ready) for item in found.documents] == [("Resume", True), ("Transcript of grades", False)]
    assert (found.ready, len(found.items), found.deadline) == (1, 3, "Closing date: 1 May 2027")


def test_without_a_posting_there_is_the_resume_to_send_and_nothing_else(held):
    for one in (Application("SOC intern"), Application("SOC intern", "gone")):
        found = readiness.checklist(one, [POSTING], held)

        assert (found.conditions, found.must_haves, found.deadline) == ((), (), "")
        assert [item.label for item in found.documents] == ["Resume"]


def test_without_a_resume_no_must_have_is_called_missing():
    assert readiness.checklist(Application("SOC intern", "SOC intern"), [POSTING], None).must_haves == ()


def test_the_students_own_word_counts_as_shown():
    held = SkillProfile("ann", (HeldSkill("git", 2, "Set by you.", by_user=True),))

    found = readiness.checklist(Application("a", "SOC intern"), [POSTING], held)

    assert found.must_haves[-1] == MustHave(("git",), "shown")


def test_deadlines_and_interviews_are_due_and_in_the_calendar_until_they_are_past_care():
    record = Internship(
        applications=(
            Application("SOC intern, Quill", "SOC intern", deadline="2026-12-01", note="Ask Ada"),
            Application("Help desk, Larch", status="interview", deadline="2026-11-01", interview="2026-11-26"),
            Application("Web, Pebble", status="rejected", deadline="2026-11-27", interview="2026-11-27"),
            Application("Cloud, Tamarind", deadline="2027-03-12"),
        )
    )

    assert reminders.due(record, TODAY) == (
        Due(date(2026, 11, 26), "Interview: Help desk, Larch"),
        Due(date(2026, 12, 1), "Apply: SOC intern, Quill"),
    )
    entries = reminders.entries(record)
    assert [(entry.title, entry.start, entry.end, entry.remind) for entry in entries] == [
        ("Interview: Help desk, Larch", date(2026, 11, 26), date(2026, 11, 26), True),
        ("Apply: SOC intern, Quill", date(2026, 12, 1), date(2026, 12, 1), True),
        ("Apply: Cloud, Tamarind", date(2027, 3, 12), date(2027, 3, 12), True),
    ]
    assert isinstance(entries[1], CalendarEvent)
    assert (entries[1].key.startswith("apply-"), entries[1].note) == (True, "Ask Ada")
    moved = Internship(applications=(Application("SOC intern, Quill", "SOC intern", deadline="2026-12-09"),))
    assert reminders.entries(moved)[0].key == entries[1].key
