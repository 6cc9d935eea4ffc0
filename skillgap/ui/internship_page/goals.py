"""The tab Goals: goals from the gaps in one click, or written by the student."""

from datetime import date

import streamlit as st

from skillgap.internship import goals
from skillgap.model.assessment import Assessment
from skillgap.model.internship import STATUSES, Goal
from skillgap.model.plan import LearningPlan
from skillgap.ui import internship_page, knowledge, plan_session, plan_settings, session
from skillgap.ui.internship_page import notes

BIGGEST = 3
"""Goals that one click adds; students rarely follow more at once."""
NO_SKILL = "No skill in particular"


def draw(assessment: Assessment | None) -> None:
    """Draw proposed goals, a form for a new goal, and the goals."""
    st.write("A good goal says **what** you want to reach, **how you can tell**, and **by when**.")
    if assessment is None:
        st.info(
            "To turn your gaps into goals, upload a resume on the Start page. You can also write your own goals here."
        )
    else:
        _from_gaps(assessment)
    kind = _kind(assessment.plan if assessment else None)
    with st.expander("Write your own goal", expanded=assessment is None and not internship_page.record().goals):
        notes.add(kind)
    found = internship_page.record().goals
    if found:
        active = sum(goal.active for goal in found)
        st.header(f"Your goals: {active} to reach, {len(found) - active} done or dropped")
    notes.draw_cards(kind)


def _from_gaps(assessment: Assessment) -> None:
    offered = goals.proposed(assessment.plan, plan_session.milestones(assessment), internship_page.record().goals)
    if not offered:
        st.success("Each open topic of this role has a goal.")
        return
    st.button(
        f"Add goals for my first {_number(len(offered))} topics"
        if len(offered) > 1
        else "Add a goal for my last topic",
        on_click=_add,
        args=(offered[:BIGGEST],),
    )
    st.caption(
        "A goal is reached when your resume shows the topic in one project. "
        "The date comes from your plan. You can change it."
    )
    names = {goal.text: goal for goal in offered}
    chosen = st.multiselect("Or choose topics yourself", list(names), placeholder="Choose topics", key="goals-picked")
    st.button("Add goals for these", on_click=_pick, args=([names[name] for name in chosen],), disabled=not chosen)


def _number(left: int) -> str:
    return "three" if left >= BIGGEST else "two"


def _add(new: tuple[Goal, ...]) -> None:
    internship_page.change(goals=(*internship_page.record().goals, *new))


def _pick(new: list[Goal]) -> None:
    _add(tuple(new))


def _ask(goal: Goal, key: str) -> Goal:
    known = knowledge.loaded_taxonomy()
    ids = list(dict.fromkeys(("", *known.skills, goal.skill_id)))
    text = st.text_input("What do you want to reach?", goal.text, max_chars=200, key=f"{key}-text")
    measure = st.text_input(
        "How can you tell that you reached it?",
        goal.measure,
        max_chars=500,
        key=f"{key}-measure",
        placeholder="Something that you could show to somebody",
    )
    left, right = st.columns(2)
    due = left.date_input(
        "By when?", date.fromisoformat(goal.due) if goal.due else None, format="YYYY-MM-DD", key=f"{key}-due"
    )
    status = right.selectbox("How far is it?", STATUSES, STATUSES.index(goal.status), key=f"{key}-status")
    skill = st.selectbox(
        "Which skill is it about?",
        ids,
        index=ids.index(goal.skill_id),
        format_func=lambda skill_id: known.name(skill_id) or NO_SKILL,
        key=f"{key}-skill",
    )
    return Goal(text.strip(), measure.strip(), due.isoformat() if due else "", status, skill)


def _lines(goal: Goal, plan: LearningPlan | None) -> list[str]:
    when = f"By {goal.due}" if goal.due else "No date yet"
    late = " (late)" if goal.active and goal.due and goal.due < session.today().isoformat() else ""
    lines = [goal.text, f"{when}{late} \u00b7 {goal.status}"]
    lines += [f"How you can tell: {goal.measure}"] if goal.measure else []
    return [*lines, *_too_soon(goal, plan)]


def _too_soon(goal: Goal, plan: LearningPlan | None) -> list[str]:
    """A warning if a goal is due before its work can be done."""
    if plan is None or not (goal.active and goal.due):
        return []
    time = plan_settings.settings_kept()
    day = goals.earliest(goal, plan, start=session.today(), hours_a_week=time.weekly)
    if day is None or goal.due >= day.isoformat():
        return []
    return [
        f"This date is too early. At {time.weekly} h a week the earliest realistic date is {day.isoformat()}. "
        "That is the time for study, task and earlier topics."
    ]


def _finish(goal: Goal) -> tuple[str, Goal] | None:
    following = {"open": ("Begin", "under way"), "under way": ("Mark as done", "done")}.get(goal.status)
    if following is None:
        return None
    label, status = following
    return label, Goal(goal.text, goal.measure, goal.due, status, goal.skill_id)  # type: ignore[arg-type]


def _kind(plan: LearningPlan | None) -> notes.NoteType[Goal]:
    """Forms and cards of goals; a plan adds a check of the dates."""
    return notes.NoteType(
        field="goals",
        one="goal",
        blank=Goal(""),
        ask=_ask,
        lacks=lambda goal: "" if goal.text else "The goal is empty. Write what you want to reach.",
        lines=lambda goal: _lines(goal, plan),
        finish=_finish,
        order=lambda goal: (not goal.active, goal.due or "9999"),
    )
