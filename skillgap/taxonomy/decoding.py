"""Decode TOML tables of skills, sources and advice; one function for each kind of file."""

from datetime import date
from typing import get_args

from skillgap.model.taxonomy import (
    Advice,
    Alias,
    Category,
    Competency,
    Condition,
    Kind,
    Link,
    Relation,
    Rule,
    Skill,
    Source,
    Stage,
)
from skillgap.taxonomy.toml_reader import TomlTable

KINDS: tuple[str, ...] = get_args(Kind)
RELATIONS: tuple[Relation, ...] = get_args(Relation)
STAGES: tuple[Stage, ...] = get_args(Stage)
COMPETENCIES: tuple[Competency, ...] = get_args(Competency)
RULE_FIELDS: tuple[tuple[Rule, str], ...] = (
    ("exact-case", "exact_case"),
    ("needs-context", "needs_context"),
    ("never-alone", "never_alone"),
)
ESCO_SKILL = "http://data.europa.eu/esco/skill/"


def skill_file(root: TomlTable, stem: str) -> tuple[Category, list[Skill]]:
    """Decode a file of ``data/skills/`` into its category and its skills."""
    category = Category(root.text("category"), root.text("title"), root.switch("of_it", default=False))
    if category.id != stem:
        root.fault(f"category must be the file's name, {stem}")
    reviewed = root.day("reviewed")
    any_trade = root.switch("any_trade", default=False)
    skills = [_skill(key, table, stem, reviewed, any_trade=any_trade) for key, table in root.tables("skills").items()]
    root.done()
    return category, skills


def _skill(key: str, table: TomlTable, category: str, reviewed: date, *, any_trade: bool) -> Skill:
    """One skill; ``any_trade`` is what holds in its category unless the skill says otherwise."""
    name = table.text("name")
    links = tuple(Link(relation, other, why) for relation in RELATIONS for other, why in table.pairs(relation))
    esco, onet, linguist, nice = (
        table.text("esco", ""),
        table.text("onet", ""),
        table.text("linguist", ""),
        table.texts("nice"),
    )
    linked = {"esco": esco, "onet": onet, "linguist": linguist, "nice": nice, "nace": table.values.get("competency")}
    sources = tuple(sorted({*table.texts("sources"), *(source for source, link in linked.items() if link)}))
    if not sources:
        table.fault("needs a source: esco, onet, linguist, nice or sources")
    if esco and not esco.startswith(ESCO_SKILL):
        table.fault(f"esco must begin with {ESCO_SKILL}")
    skill = Skill(
        id=key,
        name=name,
        category=category,
        kind=table.choice("kind", KINDS),
        about=table.text("about"),
        aliases=_aliases(name, table),
        cues=table.texts("cues"),
        anti_cues=table.texts("anti_cues"),
        links=links,
        esco=esco,
        onet=onet,
        linguist=linguist,
        nice=nice,
        competency=table.choice("competency", COMPETENCIES, ""),
        sources=sources,
        reviewed=reviewed,
        proof=table.text("proof", ""),
        shared=table.switch("shared", default=False),
        any_trade=table.switch("any_trade", default=any_trade),
        shown_by_wish=table.switch("shown_by_wish", default=False),
    )
    if skill.competency and skill.kind != "soft":
        table.fault("competency is for soft skills")
    if skill.shared and skill.kind in {"soft", "certification"}:
        table.fault("shared is for skills that are neither soft nor certifications")
    if skill.shown_by_wish and skill.kind != "soft":
        table.fault("shown_by_wish is for soft skills")
    table.done()
    return skill


def _aliases(name: str, table: TomlTable) -> tuple[Alias, ...]:
    """Aliases of a skill, its name included. A form listed under a rule is not added as any-case too.

    Example: the skill "Go" lists "Go" under ``never_alone``, so its name is no any-case alias.
    """
    ruled = [Alias(text, rule) for rule, field in RULE_FIELDS for text in table.texts(field)]
    taken = {alias.text.casefold() for alias in ruled}
    plain = [text for text in dict.fromkeys((name, *table.texts("aliases"))) if text.casefold() not in taken]
    return (*(Alias(text, "any-case") for text in plain), *ruled)


def source_file(root: TomlTable, keys: dict[str, object]) -> list[Source]:
    """Decode ``data/sources.toml``, which has one top-level table for each source."""
    sources = []
    for key, values in keys.items():
        table = TomlTable(root.file, key, values, root.faults)
        fields = [table.text(name) for name in ("title", "version", "url", "licence", "attribution")]
        sources.append(Source(key, *fields))
        table.done()
    return sources


def advice_file(root: TomlTable) -> list[Advice]:
    """Decode ``data/advice.toml``: what to do at each stage of an internship."""
    advice = [_advice(key, table) for key, table in root.tables("advice").items()]
    root.done()
    return advice


def _advice(key: str, table: TomlTable) -> Advice:
    named = table.texts("stages")
    if not named or set(named) - set(STAGES):
        table.fault(f"stages must name some of {', '.join(STAGES)}")
    advice = Advice(
        id=key,
        stages=tuple(stage for stage in STAGES if stage in named),
        when=table.choice("when", get_args(Condition)),
        rank=table.whole("rank", 1, 9),
        text=table.text("text"),
        why=table.text("why"),
    )
    table.done()
    return advice
