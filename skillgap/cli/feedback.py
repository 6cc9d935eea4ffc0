"""Command ``feedback``: what to improve in a resume."""

from typing import Annotated

import typer

from skillgap import pipeline
from skillgap.cli import options
from skillgap.cli.options import FileArgument, FormatOption, OutOption
from skillgap.cli.output import Format, as_json, show, warn, warn_without_skills, write
from skillgap.export import spreadsheet
from skillgap.local_files import shown_name
from skillgap.nlp.extractor import Extractor
from skillgap.tables import feedback as feedback_tables


def feedback(
    context: typer.Context,
    file: FileArgument,
    role: Annotated[str, typer.Option(help="Id of the target role; its skills come first.")] = "",
    form: FormatOption = Format.TABLE,
    path: OutOption = None,
) -> None:
    """Show what to improve in one resume, line by line, and questions that an interviewer may ask."""
    known, today = options.load_taxonomy(context), context.obj.today
    target = known.role(role) if role else None
    name = shown_name(file)
    reading = pipeline.read(options.read_bytes(file), name, Extractor(known), known, today=today)
    found = pipeline.give_feedback(reading, known, today=today, role=target)
    points = feedback_tables.points(found, reading)
    questions = feedback_tables.questions(found, reading, known)
    prompts = feedback_tables.prompts(found, reading, known)
    if form is Format.CSV:
        write(spreadsheet.csv(points), path)
    elif form is Format.JSON:
        parts = {"points": points, "questions": questions, "interview": prompts}
        rows = {
            name: table.astype(object).where(table.notna(), None).to_dict("records") for name, table in parts.items()
        }
        head = {"file": name, "role": {"id": target.id, "name": target.name} if target else None}
        unshown = [known.name(skill_id) for skill_id in found.unshown]
        write(as_json(head | {"good": list(found.good), "unshown": unshown} | rows), path)
    else:
        warn(reading.document)
        views = [
            ("What to improve", points[["urgency", "title", "sees", "line", "advice"]]),
            ("Skills you list: did you use them here?", questions[["skill", "line", "question"]]),
            ("Interview questions", prompts[["skill", "claim", "line", "question"]]),
        ]
        show([view for view in views if not view[1].empty], path)
    if warn_without_skills(reading):
        raise typer.Exit(1)
