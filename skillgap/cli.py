"""The command line: results on standard output, progress and refusals on standard error."""

from typing import Annotated

import typer

from skillgap import taxonomy

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)


@app.callback()
def root() -> None:
    """Read resumes, show their skills, and what an internship role still asks for."""


@app.command()
def check(
    counts: Annotated[bool, typer.Option(help="Count skills, aliases, relations, roles and resources.")] = False,
) -> None:
    """Report every fault of the data as file: key: rule."""
    known, faults = taxonomy.inspect()
    for fault in faults:
        typer.echo(fault)
    if counts:
        for category_id, category in known.categories.items():
            members = [skill for skill in known.skills.values() if skill.category == category_id]
            typer.echo(f"{category.title}: {len(members)} skills, {sum(len(s.aliases) for s in members)} aliases")
        skills = known.skills.values()
        aliases, relations = (
            sum(len(part) for part in parts) for parts in ((s.aliases for s in skills), (s.links for s in skills))
        )
        typer.echo(f"{len(skills)} skills, {aliases} aliases, {relations} relations")
        typer.echo(f"{len(known.roles)} roles, {len(known.resources)} resources")
    raise typer.Exit(1 if faults else 0)


def main() -> None:
    """Run the command line."""
    app(prog_name="skillgap")
