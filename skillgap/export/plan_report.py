"""One assessment as a self-contained HTML page for printing. It has no script and no request; all text is escaped.

The first sheet summarises the result. The plan follows as cards, then the lines of the resume with their skills.
"""

import html
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from skillgap.characters import EMAIL
from skillgap.export.json_resume import PHONE
from skillgap.model.assessment import Assessment
from skillgap.model.gaps import Gap, GapReport
from skillgap.model.plan import LearningPlan, Step
from skillgap.schedule import Milestone
from skillgap.tables import gaps as gap_tables
from skillgap.tables import resume as resume_tables
from skillgap.tables.frame import LEVELS, TIERS
from skillgap.tables.roles import weightiest
from skillgap.taxonomy import Taxonomy

SHOWN, MISSING, NEXT = 6, 5, 3
"""Strengths, gaps and steps of the first sheet; together they fill one printed page."""
OPTIONS = 2
"""Skills named for one requirement; more do not fit on a line."""
CARDS = 10
"""Steps of the plan shown as cards; they fill one sheet, later steps are only named."""
SHORT = 150
"""Characters of a quoted line on the first sheet: about three lines of its column."""
STYLE = """
@page { margin: 13mm 14mm; }
* { box-sizing: border-box; }
body { font: 9.5pt/1.38 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; color: #14202e; background: #fff;
  max-width: 52rem; margin: 1.5rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.9em; line-height: 1.15; margin: 0 0 .15em; }
h2 { font-size: 1.25em; margin: 1.1em 0 .35em; break-after: avoid; }
h3 { font-size: 1em; margin: 0 0 .2em; } p { margin: .15em 0 .4em; } ul, ol { margin: 0; padding-left: 1.2em; }
li { margin: 0 0 .35em; break-inside: avoid; } a { color: #0b4f8a; } q { color: #44546a; }
.note { color: #44546a; font-size: .92em; }
.bar { height: 9px; background: #dfe5ec; border-radius: 5px; margin: .3em 0 .4em; print-color-adjust: exact; }
.bar div { height: 100%; background: #0b4f8a; border-radius: 5px; print-color-adjust: exact; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.6em; }
.cards { display: grid; grid-template-columns: 1fr 1fr; gap: .6em; }
.first { grid-template-columns: 1fr 1fr 1fr; } .plan { font-size: .94em; }
.card { border: 1px solid #9fadbd; border-radius: 6px; padding: .5em .7em; break-inside: avoid; }
.lines { font-size: .9em; columns: 2; column-gap: 1.8em; } .lines p { margin: 0 0 .5em; break-inside: avoid; }
@media print { body { max-width: none; margin: 0; padding: 0; } .sheet { break-before: page; } }
@media screen and (max-width: 40rem) { .pair, .cards { grid-template-columns: 1fr; } .lines { columns: 1; } }
"""


def render_html(
    assessment: Assessment, milestones: Iterable[Milestone], taxonomy: Taxonomy, *, today: date | None = None
) -> bytes:
    """Render summary, plan and evidence in UTF-8.

    Args:
        assessment: The resume compared with a role.
        milestones: Dates of the steps; may be empty.
        taxonomy: Names of skills.
        today: Date to print, or ``None``.
    """
    times = {one.topic_id: one for one in milestones}
    title = f"Learning plan: {assessment.report.role.name}"
    parts = [
        *_summary(assessment, times, taxonomy, today),
        *_plan(assessment.plan, times),
        *_ways(assessment, taxonomy),
        *_evidence(assessment, taxonomy),
    ]
    body = "\n".join(parts)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" '
        f'content="width=device-width, initial-scale=1"><title>{html.escape(title)}</title>'
        f"<style>{STYLE}</style></head>\n<body>\n{body}\n</body></html>\n"
    ).encode("utf-8", "replace")


def _summary(
    assessment: Assessment, times: Mapping[str, Milestone], taxonomy: Taxonomy, today: date | None
) -> Iterable[str]:
    """The first sheet: role, coverage, strengths, largest gaps and next steps."""
    report, plan = assessment.report, assessment.plan
    percent = f"{report.coverage:.0%}"
    yield f"<h1>{html.escape(report.role.name)}</h1>"
    yield f'<p class="note">{html.escape(_days(times, today))}</p>' if times or today else ""
    yield (
        f"<p>Your resume shows <strong>{percent}</strong> of what this role asks for, weighted by importance. "
        "It does not predict whether you will be hired.</p>"
        f'<div class="bar" role="img" aria-label="{percent} shown"><div style="width:{percent}"></div></div>'
    )
    shown = [_strength(gap, assessment, taxonomy) for gap in _strongest(report)]
    missing = [_missing(gap, taxonomy) for gap in report.pressing[:MISSING]]
    yield '<div class="pair">'
    yield f"<section><h2>What you show</h2>{_list(shown, 'No skill of this role yet.')}</section>"
    yield f"<section><h2>What is missing most</h2>{_list(missing, 'Nothing. You show all of it.')}</section></div>"
    yield "<h2>What to do next</h2>"
    steps = plan.to_do[:NEXT]
    cards = (_card(step, number, times, brief=True) for number, step in enumerate(steps, start=1))
    yield f'<div class="cards first">{"".join(cards)}</div>'
    if not steps:
        yield "<p>The plan has no open step.</p>"


def _days(times: Mapping[str, Milestone], today: date | None) -> str:
    """Date of the report and end of the plan."""
    made = [f"Made on {_day(today)}."] if today else []
    ends = [f"The plan ends on {_day(max(one.due for one in times.values()))}."] if times else []
    return " ".join(made + ends)


def _day(when: date) -> str:
    return f"{when.day} {when:%b %Y}"


def _strongest(report: GapReport) -> list[Gap]:
    """Technical requirements with the greatest contributions to the coverage."""
    return [gap for gap in weightiest(report) if gap.tier != "soft"][:SHOWN]


def _strength(gap: Gap, assessment: Assessment, taxonomy: Taxonomy) -> str:
    """A skill with its best line. Lines with an e-mail address or telephone number are not quoted."""
    name = html.escape(taxonomy.name(gap.credited_from or gap.skill_id))
    line = resume_tables.best_line(assessment.reading, gap.credited_from or gap.skill_id)
    line = "" if EMAIL.search(line) or PHONE.search(line) else line
    short = line if len(line) <= SHORT else f"{line[:SHORT].rsplit(' ', 1)[0]}\u2026"
    return f"<strong>{name}</strong>{f': <q>{html.escape(short)}</q>' if short else ''}"


def _missing(gap: Gap, taxonomy: Taxonomy) -> str:
    """An open requirement with its held and required level."""
    names = taxonomy.either((gap.options or (gap.skill_id,))[:OPTIONS])
    held = f"{LEVELS[int(gap.held)]}, {LEVELS[gap.required]} is required" if int(gap.held) else "not in your resume"
    return f"<strong>{html.escape(names)}</strong>: {held}"


def _list(items: list[str], nothing: str) -> str:
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>" if items else f"<p>{nothing}</p>"


def _plan(plan: LearningPlan, times: Mapping[str, Milestone]) -> Iterable[str]:
    """The first steps as cards, then later steps and topics left out as text."""
    if plan.steps:
        yield f'<h2 class="sheet">The plan: {plan.hours_left} hours to do</h2>'
        numbered = list(enumerate(plan.steps, start=1))
        cards = (_card(step, number, times) for number, step in numbered[:CARDS])
        yield f'<div class="cards plan">{"".join(cards)}</div>'
        if later := numbered[CARDS:]:
            names = "; ".join(f"{number}. {step.name} ({_hours(step, times)})" for number, step in later)
            yield f"<h2>Later steps</h2><p>{html.escape(names)}.</p>"
    if plan.left:
        left = " ".join(f"{one.name} ({one.hours} h): {one.reason}" for one in plan.left)
        yield f'<h2>Left out of the plan</h2><p class="note">{html.escape(left)}</p>'


def _ways(assessment: Assessment, taxonomy: Taxonomy) -> Iterable[str]:
    """The soft skills by NACE competency, each with what is shown by a deed and what is not yet."""
    report = assessment.report
    rows = gap_tables.ways_of_working(report, assessment.reading.profile, taxonomy)
    if report.soft:
        yield f"<h2>Ways of working: {report.ways_of_working:.0%} shown by what you did</h2>"
        yield _list([_way(row) for row in rows.itertuples()], "")


def _way(row: Any) -> str:
    """One competency ("Teamwork: Teamwork; not shown yet: Coaching")."""
    open_ = ", ".join(filter(None, (row.named, row.missing)))
    parts = [row.shown, f"not shown yet: {open_}" if open_ else ""]
    return f"<strong>{html.escape(row.competency or 'Other')}</strong>: {html.escape('; '.join(filter(None, parts)))}"


def _card(step: Step, number: int, times: Mapping[str, Milestone], *, brief: bool = False) -> str:
    """One step as a card: hours, reason, resource and task; in brief without the resource's address."""
    tier = TIERS.get(step.tier, step.tier)
    parts = [
        f"<h3>{number}. {html.escape(step.name)}</h3>",
        f'<p class="note">{html.escape(f"{_hours(step, times)}, {tier}")}</p>',
        f"<p>{html.escape(step.reason)}</p>",
    ]
    if step.learn_from:
        resource = step.learn_from[0].resource
        address = "" if brief else f", {resource.url.removeprefix('https://')}"
        link = f'<a href="{html.escape(resource.url)}">{html.escape(resource.title + address)}</a>'
        parts.append(f"<p><strong>Learn:</strong> {link}</p>")
    if step.task:
        parts.append(f"<p><strong>Show it:</strong> {html.escape(step.task)}</p>")
    return f'<div class="card">{"".join(parts)}</div>'


def _hours(step: Step, times: Mapping[str, Milestone]) -> str:
    """Hours and dates of a step ("8 h, 24 Nov 2026 to 1 Dec 2026"), or the date on which it was done."""
    if step.done is not None:
        return f"done {step.done}".strip()
    time = times.get(step.topic_id)
    return f"{step.hours} h" + (f", {_day(time.start)} to {_day(time.due)}" if time else "")


def _evidence(assessment: Assessment, taxonomy: Taxonomy) -> Iterable[str]:
    """The lines of the resume with their skills."""
    table = resume_tables.skills_by_line(assessment.reading, taxonomy)
    yield "<h2>The evidence in your resume</h2>"
    yield (
        '<p class="note">Each skill is listed at its best line. Named: it is only in a list. Used: a line shows it in '
        "use. Proven: shown repeatedly, over time, or by a certificate.</p>"
    )
    yield '<div class="lines">'
    for words, skills in zip(table["line"].map(str), table["skills"].map(str), strict=True):
        line = f"<q>{html.escape(words)}</q>" if words else "<em>Follows from other skills</em>"
        if EMAIL.search(words) or PHONE.search(words):
            line = "<em>A line with your contact details</em>"
        yield f"<p>{line}<br>{html.escape(skills)}</p>"
    yield "</div>"
