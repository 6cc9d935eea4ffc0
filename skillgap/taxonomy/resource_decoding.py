"""Decode TOML tables of resources and certificates."""

from typing import get_args
from urllib.parse import urlsplit

from skillgap.model.learning import Certificate, Cost, Module, Resource
from skillgap.taxonomy.toml_reader import TomlTable

RESOURCE_KINDS = ("course", "book", "documentation", "tutorial", "lab", "video", "practice", "project")


HOURS_SOURCES = (
    "provider",
    "video-lectures",
    "course-lectures",
    "book-chapters",
    "tutorial-pages",
    "lab-rooms",
    "practice-sets",
    "reference-reading",
    "project-build",
)
"""Source of the hours: the provider, or the rule that estimated them (see ``data/README.md``)."""


READING_HOURS = 3
"""Upper limit for the hours of a documentation page; a longer text is a book or a course."""


def resource_file(root: TomlTable) -> list[Resource]:
    """Decode a file of ``data/resources/``."""
    resources = [_resource(key, table) for key, table in root.tables("resources").items()]
    root.done()
    return resources


def _resource(key: str, table: TomlTable) -> Resource:
    modules = tuple(_module(part) for part in table.list_of_tables("modules"))
    resource = Resource(
        id=key,
        title=table.text("title"),
        provider=table.text("provider"),
        url=table.text("url"),
        kind=table.choice("kind", RESOURCE_KINDS),
        hours=table.whole("hours", 1, 1000),
        hours_source=table.choice("hours_source", HOURS_SOURCES),
        hours_from=table.text("hours_from"),
        cost=table.choice("cost", get_args(Cost)),
        verified=table.text("verified"),
        modules=modules,
        assumes=table.texts("assumes"),
        anchor=table.text("anchor", ""),
        self_paced=table.switch("self_paced", default=True),
        language=table.text("language", "en"),
        last_seen=table.text("last_seen", ""),
    )
    _check_resource(resource, table)
    table.done()
    return resource


def _module(table: TomlTable) -> Module:
    module = Module(table.texts("skills"), table.whole("to_level", 1, 3), table.whole("hours", 1, 1000))
    if not module.skill_ids:
        table.fault("skills must name what the module teaches")
    table.done()
    return module


def _check_resource(resource: Resource, table: TomlTable) -> None:
    """Check that the address leads to the resource, the modules fit its hours, and documentation stays short."""
    address = urlsplit(resource.url)
    if address.scheme != "https":
        table.fault("url must begin with https://")
    elif not (address.path.strip("/") or address.query or address.fragment):
        # "https://www.coursera.org/" teaches nothing; "https://www.coursera.org/learn/python" does.
        table.fault("url must lead to the resource itself, not to a site's home page")
    if not resource.modules:
        table.fault("modules must say what it teaches")
    if sum(module.hours for module in resource.modules) > resource.hours:
        table.fault("modules take more hours than the resource")
    reading = resource.kind == "documentation"
    if reading and (resource.hours > READING_HOURS or any(module.to_level > 1 for module in resource.modules)):
        table.fault(f"documentation takes at most {READING_HOURS} hours and teaches to level 1")


def certificate_file(root: TomlTable) -> list[Certificate]:
    """Decode ``data/certificates.toml``: fee, hours and advice of each certification."""
    found = []
    for key, table in root.tables("certificates").items():
        found.append(
            Certificate(
                key,
                table.text("fee"),
                table.whole("hours", 1, 1000),
                table.text("hours_from"),
                table.text("advice"),
            )
        )
        table.done()
    root.done()
    return found
