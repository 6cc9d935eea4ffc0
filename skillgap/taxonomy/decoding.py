"""TOML tables into nouns, one function a kind of file."""

from datetime import date
from typing import get_args

from skillgap.model.taxonomy import (
    Advice,
    Alias,
    Category,
    Condition,
    Cost,
    ImportanceTerms,
    Kind,
    Link,
    Relation,
    Requirement,
    Resource,
    RoleProfile,
    Rule,
    Skill,
    Source,
    Stage,
    Tier,
)
from skillgap.taxonomy.toml_reader import TomlTable

KINDS: tuple[str, ...] = get_args(Kind)
RELATIONS: tuple[Relation, ...] = get_args(Relation)
STAGES: tuple[Stage, ...] = get_args(Stage)
RULE_FIELDS: tuple[tuple[Rule, str], ...] = (
    ("exact-case", "exact_case"),
    ("needs-context", "needs_context"),
    ("never-alone", "never_alone"),
)
RESOURCE_KINDS = ("course", "book", "documentation", "tutorial", "lab", "video", "practice")
ESCO_SKILL = "http://data.europa.eu/esco/skill/"
WEIGHTS = {"onet": 0.30, "link": 0.20, "usage": 0.10, "editorial": 0.40}
"""Weights of an importance's terms: facts together outweigh the editors; where no fact applies the editors decide."""
MARKS = {"in-demand": 1.0, "hot": 0.6, "listed": 0.3, "essential": 1.0, "optional": 0.5}


def importance(terms: ImportanceTerms) -> int:
    """Importance 1 to 5 made from its terms: 1 + 4 x the weighted mean of those present, halves up."""
    parts = {"editorial": (terms.editorial - 1) / 4}
    if terms.onet:
        parts["onet"] = MARKS[terms.onet]
    if terms.esco or terms.nice:
        parts["link"] = max(MARKS.get(terms.esco, 0.0), 1.0 if terms.nice else 0.0)
    if terms.usage is not None:
        parts["usage"] = terms.usage
    total = sum(WEIGHTS[name] for name in parts)
    return int(1 + 4 * sum(WEIGHTS[name] * value for name, value in parts.items()) / total + 0.5)


def skill_file(root: TomlTable, stem: str) -> tuple[Category, list[Skill]]:
    """A file of ``data/skills/``: its category and its skills."""
    category = Category(root.text("category"), root.text("title"))
    if category.id != stem:
        root.fault(f"category must be the file's name, {stem}")
    reviewed = root.day("reviewed")
    skills = [_skill(key, table, stem, reviewed) for key, table in root.tables("skills").items()]
    root.done()
    return category, skills


def _skill(key: str, table: TomlTable, category: str, reviewed: date) -> Skill:
    name = table.text("name")
    links = tuple(Link(relation, other, why) for relation in RELATIONS for other, why in table.pairs(relation))
    esco, onet, linguist, nice = (
        table.text("esco", ""),
        table.text("onet", ""),
        table.text("linguist", ""),
        table.texts("nice"),
    )
    linked = {"esco": esco, "onet": onet, "linguist": linguist, "nice": nice}
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
        sources=sources,
        reviewed=reviewed,
        proof=table.text("proof", ""),
    )
    table.done()
    return skill


def _aliases(name: str, table: TomlTable) -> tuple[Alias, ...]:
    """The name and every listed form with its rule; a form listed under a rule is not any-case as well."""
    ruled = [Alias(text, rule) for rule, field in RULE_FIELDS for text in table.texts(field)]
    taken = {alias.text.casefold() for alias in ruled}
    plain = [text for text in dict.fromkeys((name, *table.texts("aliases"))) if text.casefold() not in taken]
    return (*(Alias(text, "any-case") for text in plain), *ruled)


def role_file(root: TomlTable, stem: str) -> RoleProfile:
    """A file of ``data/roles/``."""
    requirements = tuple(_requirement(key, table) for key, table in root.tables("requirements").items())
    if not requirements:
        root.fault("a role needs requirements")
    role = RoleProfile(
        id=stem,
        name=root.text("name"),
        about=root.text("about"),
        source=root.text("source", "Curated from O*NET, ESCO, NICE and survey figures"),
        requirements=tuple(sorted(requirements, key=lambda requirement: requirement.skill_id)),
        onet=root.texts("onet"),
        esco=root.texts("esco"),
        nice=root.texts("nice"),
    )
    root.day("reviewed")
    root.done()
    return role


def _requirement(key: str, table: TomlTable) -> Requirement:
    terms = _terms(table) if "terms" in table.values else None
    weight = table.whole("importance", 1, 5)
    if terms and weight != importance(terms):
        table.fault(f"importance is {weight}, its terms make {importance(terms)}")
    requirement = Requirement(
        skill_id=key,
        importance=weight,
        level=table.whole("level", 1, 3),
        tier=table.choice("tier", get_args(Tier), "apply"),
        alternatives=table.texts("or"),
        terms=terms,
    )
    table.done()
    return requirement


def _terms(table: TomlTable) -> ImportanceTerms:
    table.left.discard("terms")
    inner = TomlTable(table.file, f"{table.key}.terms", table.values["terms"], table.faults)
    terms = ImportanceTerms(
        editorial=inner.whole("editorial", 1, 5),
        onet=inner.choice("onet", ("in-demand", "hot", "listed"), ""),
        esco=inner.choice("esco", ("essential", "optional"), ""),
        nice=inner.texts("nice"),
        usage=inner.share("usage"),
    )
    inner.done()
    return terms


def resource_file(root: TomlTable) -> list[Resource]:
    """A file of ``data/resources/``."""
    resources = [_resource(key, table) for key, table in root.tables("resources").items()]
    root.done()
    return resources


def _resource(key: str, table: TomlTable) -> Resource:
    resource = Resource(
        id=key,
        title=table.text("title"),
        provider=table.text("provider"),
        url=table.text("url"),
        skill_ids=table.texts("skills"),
        kind=table.choice("kind", RESOURCE_KINDS),
        level=table.whole("level", 1, 3),
        hours=table.whole("hours", 1, 500),
        hours_source=table.choice("hours_source", ("curated", "provider")),
        cost=table.choice("cost", get_args(Cost)),
        verified=table.text("verified"),
    )
    if not resource.url.startswith("https://"):
        table.fault("url must begin with https://")
    if not resource.skill_ids:
        table.fault("skills must name what it teaches")
    table.done()
    return resource


def source_file(root: TomlTable, keys: dict[str, object]) -> list[Source]:
    """``data/sources.toml``: one table a source at the top level."""
    sources = []
    for key, values in keys.items():
        table = TomlTable(root.file, key, values, root.faults)
        fields = [table.text(name) for name in ("title", "version", "url", "licence", "attribution")]
        sources.append(Source(key, *fields))
        table.done()
    return sources


def advice_file(root: TomlTable) -> list[Advice]:
    """``data/advice.toml``: what to do at each stage of an internship."""
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
