"""Decode TOML tables of roles, and compute the importance of a requirement from its terms."""

from skillgap.model.role import FAMILIES, ImportanceTerms, Requirement, RoleProfile, Tier, Topic, Variant
from skillgap.taxonomy.toml_reader import TomlTable

TOPIC_TIERS = ("core", "next", "later")


WEIGHTS = {"onet": 0.30, "link": 0.20, "usage": 0.10, "editorial": 0.40}
"""Weights of the terms of an importance, our judgement. The three facts together outweigh the editors (0.6 to 0.4).

A term that does not apply is left out, so without any fact the editors decide alone.
"""


MARKS = {"in-demand": 1.0, "hot": 0.6, "listed": 0.3, "essential": 1.0, "optional": 0.5}
"""Mark of O*NET or ESCO -> value, 0 to 1. O*NET: in demand above hot technology above merely listed."""


def importance(terms: ImportanceTerms) -> int:
    """Importance 1 to 5: 1 + 4 x the larger of the editorial value and the weighted mean, halves rounded up.

    Facts can only raise it. Else a skill that O*NET merely lists would rank below one that no source names.
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
    # 1e-9: a half such as 3.5 may come out as 3.4999999999 in binary, and would be rounded down.
    return int(1 + 4 * max(editorial, mean) + 0.5 + 1e-9)


def role_file(root: TomlTable, stem: str) -> RoleProfile:
    """Decode a file of ``data/roles/``. A custom role may have requirements without topics."""
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
        family=root.choice("family", FAMILIES, ""),
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
    """Decode a soft skill. Level 2 is required: an activity that shows it, not the bare word."""
    terms = _terms(table) if "terms" in table.values else None
    weight = table.whole("importance", 1, 5)
    if terms and weight != importance(terms):
        table.fault(f"importance is {weight}, its terms make {importance(terms)}")
    requirement = Requirement(key, weight, 2, "soft", (), terms, "", table.text("story", ""))
    table.done()
    return requirement


def _terms(table: TomlTable) -> ImportanceTerms:
    table.unread.discard("terms")
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
