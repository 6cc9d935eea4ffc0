"""The Internship page, from the upload on: stage, goals, feedback, wins, people, and what is taken away."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from conftest import FIXTURES, ROOT
from streamlit.testing.v1 import AppTest

from skillgap import pipeline, taxonomy, workspace
from skillgap.model.internship import ME, Application, Contact, Goal, Internship, Rating, Remark, Win
from skillgap.nlp.extractor import Extractor
from skillgap.ui.session import Session
from skillgap.workspace import Workspace

TODAY = date.today().isoformat()
RESUME = FIXTURES / "resumes" / "support_one_column.pdf"
LATE = (date.today() - timedelta(days=2)).isoformat()


@pytest.fixture
def app():
    opened = go(AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run(), "internship")
    opened.selectbox(key="role").set_value("it-support-intern").run()
    return opened


@pytest.fixture
def with_resume(app):
    go(app, "start").file_uploader[0].set_value((RESUME.name, RESUME.read_bytes(), "application/pdf")).run()
    go(app, "internship").selectbox(key="role").set_value("it-support-intern").run()
    return app


def go(app, page):
    app.switch_page(f"skillgap/ui/pages/{page}.py").run()
    assert not app.exception
    return app


def button(app, label):
    return next(one for one in app.button if one.label == label)


def press(app, label):
    button(app, label).click().run()
    assert not app.exception
    return app


def labels(app):
    return [one.label for one in app.button]


def notes(app):
    return app.session_state["session"].internship


def words(app):
    """Everything that the page says, as it is read: without the marks that keep Markdown from running."""
    kinds = (app.header, app.markdown, app.text, app.info, app.warning, app.error, app.success, app.code)
    return "\n".join(str(one.value) for kind in kinds for one in kind).replace("\\", "")


def fill(app, field, **values):
    """Fill in the form for a new note of a kind."""
    for name, value in values.items():
        every = (*app.text_input, *app.text_area, *app.date_input, *app.selectbox, *app.multiselect, *app.checkbox)
        next(
            one for one in every if str(one.key).startswith(field) and str(one.key).endswith(f"-new-{name}")
        ).set_value(value)


def test_the_page_works_without_a_resume_and_says_what_needs_one(app):
    assert "To turn your gaps into goals, upload a resume on the Start page." in words(app)
    assert "Add goals for my first three topics" not in labels(app)
    assert "Upload your resume on the Start page" in words(app)


def test_the_stage_changes_the_advice_and_holds_on_other_pages(app):
    for stage, advice in (
        ("applying", "After ten applications"),
        ("accepted", "Set two or three goals for your internship"),
        ("internship", "Agree on two or three goals with your supervisor"),
        ("after", "Write down five things you did"),
    ):
        app.radio(key="stage").set_value(stage).run()
        assert not app.exception
        assert advice in words(app), stage

    go(app, "about")
    assert go(app, "internship").radio(key="stage").value == "after"
    assert notes(app).stage == "after"


POSTING = FIXTURES / "postings" / "devops_british.txt"


@pytest.fixture
def with_posting(with_resume):
    """A session with a resume and one posting."""
    app = with_resume
    state = app.session_state["session"]
    found = pipeline.read_posting(POSTING.read_text(encoding="utf-8"), Extractor(taxonomy.load()))
    state.postings = (found,)
    return go(app, "internship")


def test_a_posting_becomes_an_application_with_its_checklist(with_posting):
    app = with_posting
    press(app, "Apply: Cloud Operations Placement Student")

    assert notes(app).applications == (
        Application("Cloud Operations Placement Student", "Cloud Operations Placement Student", deadline="2027-03-12"),
    )
    fold = next(one for one in app.expander if one.label.startswith("Before you send it"))
    assert fold.label == "Before you send it: 0 of 5 ready, 2 must-haves missing"
    assert [one.label.replace("\\", "") for one in fold.checkbox][-2:] == ["Resume", "Cover letter"]
    said = " ".join(one.value for one in fold.text)
    assert "The posting says: \u201cClosing date: 12 March 2027.\u201d" in said
    assert "Missing: " in said

    fold.checkbox[-1].check().run()
    assert not app.exception
    assert notes(app).applications[0].ready == ("document: cover-letter",)
    fold = next(one for one in app.expander if one.label.startswith("Before you send it"))
    assert fold.label.startswith("Before you send it: 1 of 5 ready")
    fold.checkbox[-1].uncheck().run()
    assert notes(app).applications[0].ready == ()
    assert "Apply: Cloud Operations Placement Student" not in labels(app)


def test_a_last_day_without_a_year_is_left_to_the_student(with_posting):
    state = with_posting.session_state["session"]
    state.postings = (replace(state.postings[0], deadline="Deadline: 14 March"),)
    app = press(with_posting, "Apply: Cloud Operations Placement Student")

    assert notes(app).applications[0].deadline == ""
    fold = next(one for one in app.expander if one.label.startswith("Before you send it"))
    assert fold.caption[0].value.startswith("Which date is that? Set it with Change")


def test_two_postings_with_one_title_have_a_checklist_each(with_resume):
    app = go(with_resume, "gaps")
    text = POSTING.read_text(encoding="utf-8")
    for pasted in (text, text.replace("Scripting in Python", "Scripting in Java"), text):
        app.text_area(key="posting").set_value(pasted)
        press(app, "Aim at this posting")
    title = "Cloud Operations Placement Student"
    assert [one.title for one in app.session_state["session"].postings] == [title, f"{title} (2)"]

    go(app, "internship")
    press(app, f"Apply: {title}")
    press(app, f"Apply: {title} \\(2\\)")

    folds = [one for one in app.expander if one.label.startswith("Before you send it")]
    assert ["Java" in " ".join(text.value for text in fold.text) for fold in folds] == [False, True]


def test_an_application_goes_from_its_deadline_to_the_interview_and_is_due(app):
    press(app, "Add this application")
    assert "The application is empty. Write the role and the employer." in words(app)
    fill(app, "applications", what="Help desk, Larch", status="to apply", **{"Apply until": date.fromisoformat(LATE)})
    press(app, "Add this application")

    assert notes(app).applications == (Application("Help desk, Larch", deadline=LATE),)
    assert f"2 days late ({LATE}): Apply: Help desk, Larch" in words(app)
    assert f"To apply \u00b7 apply until {LATE} \u00b7 late" in words(app)

    press(app, "I have applied")
    assert notes(app).applications[0] == Application("Help desk, Larch", "", "applied", LATE, TODAY)
    assert "late" not in words(app)
    press(app, "I have an interview")
    press(app, "Change")
    app.date_input(key="applications-0-Interview on").set_value(date.today())
    press(app, "Save")
    assert f"Today ({TODAY}): Interview: Help desk, Larch" in words(app)
    press(app, "Change")
    app.selectbox(key="applications-0-status").set_value("rejected")
    press(app, "Save")
    assert "Your applications: 0 open, 1 closed" in words(app)
    assert "Nothing within a week." in words(app)
    press(app, "Change")
    press(app, "Delete this application")
    assert notes(app).applications == ()


def test_a_goal_that_is_due_too_soon_says_the_earliest_honest_date(with_resume):
    app = with_resume
    press(app, "Add goals for my first three topics")
    assert "This date is too early." not in words(app)
    first = notes(app).goals[0]

    press(app, "Change")
    app.date_input(key="goals-0-due").set_value(date.today() + timedelta(days=1))
    press(app, "Save")

    assert f"At 6 h a week the earliest realistic date is {first.due}. " in words(app)


def test_everything_is_forgotten_at_once_after_a_second_question(with_posting):
    app = with_posting
    fill(app, "goals", text="Learn Git")
    press(app, "Add this goal")
    assert "Learn Git" in words(app)

    go(app, "forget").button(key="forget-now").click().run()

    assert not app.exception
    left = app.session_state["session"]
    assert left == Session(memory=left.memory, cohort=left.cohort, forgotten=True)
    assert (left.cohort.given, left.cohort.readings.entries) == ((), {})
    assert "Learn Git" not in words(app)
    assert "There is no resume yet" in go(app, "gaps").info[0].value


def test_one_click_makes_goals_of_the_first_three_topics_and_the_next_one_of_the_following(with_resume):
    app = with_resume
    offered = app.multiselect(key="goals-picked").options

    press(app, "Add goals for my first three topics")

    first = notes(app).goals
    assert [goal.text for goal in first] == offered[:3]
    assert all(goal.measure and goal.skill_id and goal.status == "open" for goal in first)
    assert app.multiselect(key="goals-picked").options == offered[3:]
    assert "Your goals: 3 to reach, 0 done or dropped" in words(app)

    app.multiselect(key="goals-picked").set_value([offered[5]]).run()
    press(app, "Add goals for these")
    assert [goal.text for goal in notes(app).goals] == [*offered[:3], offered[5]]


def test_a_goal_from_a_topic_has_the_day_that_the_plan_gives_it(with_resume):
    with_resume.session_state["calendar"] = True
    app = go(with_resume, "plan")
    steps = next(frame.value for frame in app.dataframe if "due" in frame.value)
    due = {f"Show {topic} in one project": day for topic, day in zip(steps["topic"], steps["due"], strict=True)}
    go(app, "internship")
    offered = app.multiselect(key="goals-picked").options
    dated = next(name for name in offered if name in due)
    app.multiselect(key="goals-picked").set_value([dated]).run()

    press(app, "Add goals for these")

    assert notes(app).goals[0].due == due[dated]


def test_a_goal_of_ones_own_is_added_changed_begun_finished_and_deleted(app, known):
    press(app, "Add this goal")
    assert "The goal is empty. Write what you want to reach." in words(app)
    fill(app, "goals", text="Learn *Git*", measure="A log", due=date(2027, 1, 31), skill="git")
    press(app, "Add this goal")
    assert notes(app).goals == (Goal("Learn *Git*", "A log", "2027-01-31", "open", "git"),)
    assert "**Learn \\*Git\\***" in [one.value for one in app.markdown]
    assert next(one for one in app.text_input if one.key.endswith("-text")).value == ""

    press(app, "Begin")
    assert notes(app).goals[0].status == "under way"
    press(app, "Change")
    app.text_input(key="goals-0-text").set_value("Learn Git well")
    app.selectbox(key="goals-0-skill").set_value("")
    press(app, "Save")
    assert notes(app).goals == (Goal("Learn Git well", "A log", "2027-01-31", "under way"),)

    press(app, "Mark as done")
    assert notes(app).goals[0].status == "done"
    assert "Your goals: 0 to reach, 1 done or dropped" in words(app)
    press(app, "Change")
    press(app, "Cancel")
    assert len(notes(app).goals) == 1
    press(app, "Change")
    press(app, "Delete this goal")
    assert notes(app).goals == ()


def test_a_change_that_leaves_nothing_is_refused_and_the_goal_is_kept(app):
    fill(app, "goals", text="Learn Git")
    press(app, "Add this goal")
    press(app, "Change")
    app.text_input(key="goals-0-text").set_value(" ")
    press(app, "Save")

    assert "The goal is empty." in words(app)
    assert notes(app).goals == (Goal("Learn Git"),)


def test_own_ratings_stand_beside_the_resume_and_can_be_taken_back(with_resume):
    app = with_resume
    choice = app.selectbox(key="rating-me-communication-0")
    choice.set_value(choice.options[4])
    press(app, "Keep these ratings")

    assert notes(app).ratings == (Rating(ME, "communication", 3, "", TODAY),)
    table = next(frame.value for frame in app.dataframe if "difference" in frame.value)
    (row,) = table.to_dict("records")
    assert (row["skill"], row["you"], row["mentor"]) == ("Communication", 3, "")
    assert row["resume"] < 3
    assert "You rate yourself higher than the resume shows: show it or learn it." in words(app)

    app.selectbox(key="rating-me-communication-4").set_value("Not rated")
    press(app, "Keep these ratings")
    assert notes(app).ratings == ()


def test_a_filled_sheet_is_read_in_under_the_mentors_name_and_what_cannot_be_taken_is_told(with_resume):
    app = with_resume
    sheet = b"skill_id,skill,rating,note\ncommunication,,3,clear mails\nzorb,,2,\nquestion-1,Keep doing?,,Ask early\n"
    app.text_input(key="mentor").set_value("Ada *Khan*").run()
    app.file_uploader(key="sheet-Ada *Khan*").set_value(("back.csv", sheet, "text/csv")).run()

    assert not app.exception
    assert notes(app).ratings == (Rating("Ada *Khan*", "communication", 3, "clear mails", TODAY),)
    assert notes(app).remarks == (Remark("Ada *Khan*", "Keep doing?", "Ask early", TODAY),)
    assert "Row 3: there is no skill called" in words(app)
    assert app.selectbox(key="rating-Ada *Khan*-communication-4").value == "3 Does it alone, could show others"
    assert "Your mentor rates you above your resume: add a line that shows the skill." in words(app)
    assert {"clear mails", "Ask early"} <= {one.value for one in app.text}

    press(app, button_start(app, "Remove all that"))
    assert notes(app).ratings + notes(app).remarks == ()


def button_start(app, start):
    return next(one.label for one in app.button if one.label.startswith(start))


def test_a_file_that_is_no_sheet_is_one_sentence_and_the_notes_are_kept(app):
    fill(app, "goals", text="Learn Git")
    press(app, "Add this goal")
    app.text_input(key="mentor").set_value("Ada").run()
    app.file_uploader(key="sheet-Ada").set_value(("back.csv", b"a,b\n1,2\n", "text/csv")).run()

    assert not app.exception
    assert [one.value for one in app.warning if "no row with the headings" in one.value]
    assert notes(app).goals == (Goal("Learn Git"),)


def test_of_many_rows_that_cannot_be_taken_the_first_ten_are_told(app):
    sheet = b"skill,rating\n" + b"zorbulate,1\n" * 12
    app.text_input(key="mentor").set_value("Ada").run()
    app.file_uploader(key="sheet-Ada").set_value(("back.csv", sheet, "text/csv")).run()

    told = [one.value.replace("\\", "") for one in app.warning]
    assert len(told) == 11
    assert told[9].startswith("Row 11: there is no skill called 'zorbulate'.")
    assert told[10] == "2 more rows were rejected."


def test_what_a_mentor_said_is_entered_by_hand(app):
    app.text_input(key="mentor").set_value("ME").run()
    assert "That name stands for you." in words(app)
    app.text_input(key="mentor").set_value("my supervisor").run()
    choice = app.selectbox(key="rating-my supervisor-communication-0")
    choice.set_value(choice.options[2])
    app.text_area(key="remark-my supervisor-0").set_value("Asking early")
    [one for one in app.button if one.label == "Keep these ratings"][1].click().run()

    assert not app.exception
    assert notes(app).ratings == (Rating("my supervisor", "communication", 1, "", TODAY),)
    assert notes(app).remarks == (Remark("my supervisor", "What should I keep doing?", "Asking early", TODAY),)
    assert "The column of the resume is empty." in words(app)


def test_a_win_becomes_a_line_and_is_asked_for_what_it_lacks(app):
    press(app, "Add this win")
    assert "The win is empty. Write what you did." in words(app)
    fill(app, "wins", did="I wrote a script", skills=["powershell"])
    press(app, "Add this win")

    assert notes(app).wins == (Win(TODAY, "I wrote a script", "", ("powershell",)),)
    assert "To make it stronger: What was the result? A number helps." in words(app)
    assert app.code[-1].value == "- Wrote a script (PowerShell)."

    press(app, "Change")
    app.text_input(key="wins-0-result").set_value("calls fell from 30 to 10 a week")
    press(app, "Save")
    assert app.code[-1].value == "- Wrote a script (PowerShell): calls fell from 30 to 10 a week."
    assert "To make it stronger" not in words(app)
    press(app, "Change")
    press(app, "Delete this win")
    assert notes(app).wins == ()


def test_somebody_to_follow_up_with_is_due_until_it_is_done(app):
    press(app, "Add this person")
    assert "The name is missing." in words(app)
    fill(app, "contacts", name="Ada", where="recruiter", agreed="Send the transcript", day=date.fromisoformat(LATE))
    press(app, "Add this person")

    assert notes(app).contacts == (Contact("Ada", "recruiter", "Send the transcript", LATE),)
    assert f"2 days late ({LATE}): Get in touch with Ada" in words(app)
    assert "Somebody is waiting to hear from you." in words(app)

    press(app, "Mark as done")
    assert notes(app).contacts[0].done
    assert "Nothing within a week." in words(app)
    press(app, "Change")
    app.checkbox(key="contacts-0-done").set_value(False)
    app.text_input(key="contacts-0-where").set_value("friend")
    press(app, "Save")
    assert notes(app).contacts == (Contact("Ada", "friend", "Send the transcript", LATE),)
    press(app, "Change")
    press(app, "Delete this person")
    assert notes(app).contacts == ()


def test_the_notes_are_saved_with_the_work_and_taken_up_again(app):
    kept = Internship(
        stage="accepted",
        goals=(Goal("Learn Git", due=LATE),),
        ratings=(Rating("Ada", "git", 2, "good", LATE),),
        wins=(Win(LATE, "Mended a printer"),),
        contacts=(Contact("Ada"),),
        applications=(Application("Help desk, Larch", "", "applied", LATE, LATE, "", ("document: resume",), "Ask"),),
    )
    saved = workspace.dump(Workspace(internship=kept))

    go(app, "start").file_uploader(key="saved-work").set_value(("work.json", saved, "application/json")).run()
    assert not app.exception
    go(app, "internship")

    assert notes(app) == kept
    assert app.radio(key="stage").value == "accepted"
    assert f"2 days late ({LATE}): Learn Git" in words(app)


def test_a_skill_that_the_catalogue_does_not_know_stays_with_its_goal_and_its_win(app):
    kept = Internship(
        goals=(Goal("Learn Zorb", skill_id="zorb"),), wins=(Win(LATE, "Ran Zorb", skills=("zorb", "git")),)
    )
    saved = workspace.dump(Workspace(internship=kept))
    go(app, "start").file_uploader(key="saved-work").set_value(("work.json", saved, "application/json")).run()
    go(app, "internship")

    for place in (0, -1):
        [one for one in app.button if one.label == "Change"][place].click().run()
        assert {one.key for one in app.button} & {"FormSubmitter:goals-0-form-Save", "FormSubmitter:wins-0-form-Save"}
        press(app, "Save")

    assert notes(app) == kept


def test_work_without_notes_leaves_those_of_the_session(app):
    fill(app, "goals", text="Learn Git")
    press(app, "Add this goal")

    saved = workspace.dump(Workspace())
    go(app, "start").file_uploader(key="saved-work").set_value(("work.json", saved, "application/json")).run()

    assert notes(go(app, "internship")).goals == (Goal("Learn Git"),)
