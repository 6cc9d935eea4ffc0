"""Finds hidden text of a Word file, by the properties of a run or by its styles."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFF = {"0", "false", "off"}
MAX_STYLES = 20
"""Longest chain of styles that are based on one another."""


def hiding_styles(root: etree._Element) -> dict[str, bool]:
    """Style id -> whether the style hides its text, for styles that set it; ``root`` is the part with the styles."""
    said: dict[str, bool | None] = {}
    rests: dict[str, str] = {}
    for style in root.iter(f"{W}style"):
        name = style.get(f"{W}styleId", "")
        said[name] = _vanishes(style.find(f"{W}rPr"))
        base = style.find(f"{W}basedOn")
        if base is not None:
            rests[name] = base.get(f"{W}val", "")
    found = {name: _inherited(name, said, rests) for name in said}
    return {name: hidden for name, hidden in found.items() if hidden is not None}


def is_hidden(run: etree._Element, styles: dict[str, bool], paragraph: bool) -> bool:
    """Whether a run is hidden; ``paragraph`` says whether the style of its paragraph hides its text."""
    properties = run.find(f"{W}rPr")
    said = _vanishes(properties)
    # a run without a mark of its own has that of its style, else that of its paragraph
    if said is None and properties is not None and styles:
        style = properties.find(f"{W}rStyle")
        said = styles.get(style.get(f"{W}val", "")) if style is not None else None
    return paragraph if said is None else said


def _vanishes(properties: etree._Element | None) -> bool | None:
    """Whether a run or style hides its text itself; ``None`` where it sets neither."""
    mark = properties.find(f"{W}vanish") if properties is not None else None
    return None if mark is None else mark.get(f"{W}val", "1") not in OFF


def _inherited(name: str, said: dict[str, bool | None], rests: dict[str, str]) -> bool | None:
    """What a style sets itself or inherits; the bound ends a circle of styles."""
    for _ in range(MAX_STYLES):
        if (hidden := said.get(name)) is not None:
            return hidden
        if name not in rests:
            return None
        name = rests[name]
    return None
