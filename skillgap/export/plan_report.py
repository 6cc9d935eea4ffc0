"""One assessment as an HTML page that stands by itself and prints well: no script, no request, everything escaped."""

import html
from collections.abc import Iterable, Mapping

import pandas as pd

from skillgap.model.assessment import Assessment
from skillgap.schedule import Milestone
from skillgap.tables import gaps as gap_tables
from skillgap.tables import plan as plan_tables
from skillgap.tables import resume as resume_tables
from skillgap.taxonomy import Taxonomy

STYLE = """
@page { margin: 16mm; }
body { font: 11pt/1.45 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; color: #14202e; background: #fff;
  max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; margin: 0 0 .3rem; } h2 { font-size: 1.2rem; margin: 1.8rem 0 .4rem; }
p { margin: .3rem 0 .6rem; } .note { color: #44546a; font-size: .92em; }
table { border-collapse: collapse; width: 100%; font-size: .92em; }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem; border-bottom: 1px solid #c9d2dd; }
th { border-bottom: 2px solid #44546a; } td.number { text-align: right; white-space: nowrap; }
tr { break-inside: avoid; } thead { display: table-header-group; } h2 { break-after: avoid; }
"""
SKILLS = {"skill": "Skill", "level": "Level", "reason": "Why", "evidence": "The line that shows it"}
GAPS = {
    "skill": "Skill",
    "status": "Status",
    "importance": "Importance",
    "required": "Asked",
    "held": "Shown",
    "possible": "Points open",
}
PLAN = {
    "step": "Step",
    "topic": "Topic",
    "hours": "Hours",
    "start": "From",
    "due": "Until",
    "status": "Status",
    "resource": "Learn from",
    "url": "Address",
    "proof_task": "Show it by",
}
LEFT = {"topic": "Topic", "tier": "Tier", "hours": "Hours", "why": "Why"}


def render_html(assessment: Assessment, milestones: Iterable[Milestone], taxonomy: Taxonomy) -> bytes:
    """The skills with their lines, the gaps with their points, the plan with its dates and what it leaves, in UTF-8."""
    report = assessment.report
    skills = resume_tables.skills(assessment.reading, taxonomy)
    gaps = gap_tables.gaps(report, assessment.reading.profile, taxonomy)
    steps = plan_tables.plan(assessment, taxonomy, milestones)
    title = f"{assessment.reading.document.name}: {report.role.name}"
    parts = [
        f"<h1>{html.escape(title)}</h1>",
        f"<p>Coverage <strong>{report.coverage:.1%}</strong>: the importance-weighted share of what the role asks for "
        "that the resume shows. It does not predict whether you will be hired.</p>",
        _section("Skills the resume shows", skills[skills["level"] > 0], SKILLS),
        _section("What the role still asks for", gaps[gaps["status"] != "met"], GAPS),
        _section(f"Plan: {assessment.plan.hours_left} hours to do", steps, PLAN),
        _section("What the plan leaves", plan_tables.unplanned(assessment.plan), LEFT),
        '<p class="note">Levels grade the evidence: 1 named, 2 used, 3 proven. Points are percentage points of '
        "coverage. Made with skillgap from the resume alone.</p>",
    ]
    body = "\n".join(parts)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" '
        f'content="width=device-width, initial-scale=1"><title>{html.escape(title)}</title>'
        f"<style>{STYLE}</style></head>\n<body>\n{body}\n</body></html>\n"
    ).encode("utf-8", "replace")


def _section(title: str, table: pd.DataFrame, columns: Mapping[str, str]) -> str:
    if table.empty:
        return f"<h2>{html.escape(title)}</h2><p>Nothing.</p>"
    head = "".join(f'<th scope="col">{label}</th>' for label in columns.values())
    rows = "".join(
        "<tr>" + "".join(_cell(value) for value in row) + "</tr>"
        for row in table[list(columns)].itertuples(index=False)
    )
    return f"<h2>{html.escape(title)}</h2><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cell(value: object) -> str:
    if isinstance(value, int | float):
        return f'<td class="number">{value:.4g}</td>'
    return f"<td>{html.escape(str(value))}</td>"
