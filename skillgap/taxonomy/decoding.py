"""TOML tables into nouns, one function a kind of file."""

from datetime import date
from typing import get_args
from urllib.parse import urlsplit

from skillgap.model.taxonomy import (
    Advice,
    Alias,
    Category,
    Certificate,
    Condition,
    Cost,
    ImportanceTerms,
    Kind,
    Link,
    Module,
    Relation,
    Requirement,
    Resource,
    RoleProfile,
    Rule,
    Skill,
    Source,
    Stage,
    Tier,
    Topic,
    Variant,
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
RESOURCE_KINDS = ("course", "book", "documentation", "tutorial", "lab", "video", "practice", "project")
TOPIC_TIERS = ("core", "next", "later")
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
"""Who states the hours: the provider, or the rule by which they were estimated (see ``data/README.md``)."""
READING_HOURS = 3
"""Hours of the longest documentation page: more is a book or a course."""
ESCO_SKILL = "http://data.europa.eu/esco/skill/"
WEIGHTS = {"onet": 0.30, "link": 0.20, "usage": 0.10, "editorial": 0.40}
"""Weights of an importance's terms: facts together outweigh the editors; where no fact applies the editors decide."""
MARKS = {"in-demand": 1.0, "hot": 0.6, "listed": 0.3, "essential": 1.0, "optional": 0.5}


def importance(terms: ImportanceTerms) -> int:
    """Importance 1 to 5 made from its terms: 1 + 4 x the larger of editorial and the weighted mean, halves up.

    Evidence can only raise: a skill that a source marks weakly is never less than one that no source names.
    """
    editorial = (terms.editorial - 1) / 4
    parts = {"editorial": editorial}
    if terms.onet:
        parts["onet"] = MARKS[terms.onet]
    if terms.esco or terms.nice:
        parts["link"] = max(MARKS.get(terms.esco, 0.0), 1.0 if terms.nice else 0.0)
    if terms.usage is not None:
        parts["usage"] = terms.usage
    total = sum(WEIGHTS[name] for name in parts)
    mean = sum(WEIGHTS[name] * value for name, value in parts.items()) / total
    return int(1 + 4 * max(editorial, mean) + 0.5 + 1e-9)


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
    """A file of ``data/roles/``; a role of a user's own may name requirements without topics."""
    topics, requirements = [], []
    for table in root.list_of_tables("topics", "id"):
        topic, asked = _topic(table)
        topics.append(topic)
        requirements += asked
    plain = root.tables("requirements") if "requirements" in root.values else {}
    requirements += [_requirement(key, table, "core", "") for key, table in plain.items()]
    soft = root.tables("soft", order=False) if "soft" in root.values else {}
    requirements += [_soft(key, table) for key, table in soft.items()]
    if not requirements:
        root.fault("a role needs topics or requirements")
    role = RoleProfile(
        id=stem,
        name=root.text("name"),
        about=root.text("about"),
        source=root.text("source", "Curated from O*NET, ESCO, NICE and survey figures"),
        requirements=tuple(requirements),
        onet=root.texts("onet"),
        esco=root.texts("esco"),
        nice=root.texts("nice"),
        topics=tuple(topics),
        titles=root.texts("titles"),
        certificates=root.texts("certificates"),
        spare_project=root.text("spare_project", ""),
    )
    root.day("reviewed")
    root.done()
    return role


def _topic(table: TomlTable) -> tuple[Topic, list[Requirement]]:
    key, tier = table.text("id"), table.choice("tier", TOPIC_TIERS)
    requirements = [
        _requirement(one, part, tier, key) for one, part in table.tables("requirements", order=False).items()
    ]
    if not requirements:
        table.fault("a topic needs requirements")
    variants = table.tables("variants", order=False) if "variants" in table.values else {}
    topic = Topic(
        id=key,
        name=table.text("name"),
        tier=tier,
        after=table.texts("after"),
        study_hours=table.whole("study_hours", 3, 40),
        proof_hours=table.whole("proof_hours", 1, 12),
        task=table.text("task"),
        why=table.text("why"),
        source=table.text("source"),
        skill_ids=tuple(requirement.skill_id for requirement in requirements),
        variants=tuple(_variant(anchor, part) for anchor, part in variants.items()),
    )
    table.done()
    return topic, requirements


def _variant(anchor: str, table: TomlTable) -> Variant:
    variant = Variant(
        anchor,
        table.texts("picks"),
        table.whole("study_hours", 0, 40, 0),
        table.whole("proof_hours", 0, 12, 0),
        table.text("task", ""),
    )
    table.done()
    return variant


def _requirement(key: str, table: TomlTable, tier: Tier, topic_id: str) -> Requirement:
    terms = _terms(table) if "terms" in table.values else None
    weight = table.whole("importance", 1, 5)
    if terms and weight != importance(terms):
        table.fault(f"importance is {weight}, its terms make {importance(terms)}")
    requirement = Requirement(
        skill_id=key,
        importance=weight,
        level=table.whole("level", 1, 3),
        tier=tier if topic_id else table.choice("tier", TOPIC_TIERS, "core"),
        alternatives=table.texts("or"),
        terms=terms,
        topic_id=topic_id,
    )
    table.done()
    return requirement


def _soft(key: str, table: TomlTable) -> Requirement:
    """A soft skill: a deed is asked for, which is level 2; the bare word is level 1."""
    terms = _terms(table) if "terms" in table.values else None
    weight = table.whole("importance", 1, 5)
    if terms and weight != importance(terms):
        table.fault(f"importance is {weight}, its terms make {importance(terms)}")
    requirement = Requirement(key, weight, 2, "soft", (), terms, "", table.text("story", ""))
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
    """An address of the thing itself, modules that fit in the hours, and no reading passed off as a course."""
    address = urlsplit(resource.url)
    if address.scheme != "https":
        table.fault("url must begin with https://")
    elif not (address.path.strip("/") or address.query or address.fragment):
        table.fault("url must lead to the resource itself, not to a site's first page")
    if not resource.modules:
        table.fault("modules must say what it teaches")
    if sum(module.hours for module in resource.modules) > resource.hours:
        table.fault("modules take more hours than the resource")
    reading = resource.kind == "documentation"
    if reading and (resource.hours > READING_HOURS or any(module.to_level > 1 for module in resource.modules)):
        table.fault(f"documentation takes at most {READING_HOURS} hours and teaches to level 1")


def certificate_file(root: TomlTable) -> list[Certificate]:
    """``data/certificates.toml``: what certifications take."""
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


def source_file(root: TomlTable, keys: dict[str, object]) -> list[Source]:
    """``data/sources.toml``: one table a source at the top level."""
    sources = []
    for key, values in keys.items():
        table = TomlTable(root.file, key, values, root.faults)
        fields = [table.text(name) for name in ("title", "version", "url", "licence", "attribution")]
        sources.append(Source(key, *fields))
        table.done()
    return sources


WORDINGS = (
    "also_nouns",
    "closing_lines",
    "education_signs",
    "fillers",
    "lead_ins",
    "number_words",
    "personal",
    "plain_results",
    "project_signs",
    "site_names",
    "verbs",
    "weak_openings",
)
"""The lists of ``data/feedback.toml``."""


def feedback_file(root: TomlTable) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """``data/feedback.toml``: its lists, and the past form of each verb."""
    wordings = {key: root.texts(key) for key in WORDINGS if key in root.values}
    irregular = dict(root.pairs("irregular"))
    for key, texts in wordings.items():
        for text in texts:
            if text != text.lower():
                root.fault(f"{key} must be in lower case, {text!r} is not")
    for verb in irregular:
        if verb not in wordings.get("verbs", ()):
            root.fault(f"irregular names {verb!r}, which is not in verbs")
    root.done()
    return wordings, {verb: irregular.get(verb) or _past(verb) for verb in wordings.get("verbs", ())}


def _past(verb: str) -> str:
    """The past form of a regular verb."""
    if verb.endswith("y") and verb[-2:-1] not in set("aeiou"):
        return f"{verb[:-1]}ied"
    return f"{verb}d" if verb.endswith("e") else f"{verb}ed"


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
