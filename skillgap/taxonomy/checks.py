"""Rules between tables: every id exists, every alias belongs to one skill, prerequisites have no cycle."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from skillgap.model.learning import Resource
from skillgap.model.role import RoleProfile
from skillgap.model.taxonomy import Relation, Skill, Source
from skillgap.taxonomy.ladder_checks import check_roles

GUARDED = {"needs-context", "never-alone"}
"""Alias rules under which the text around an alias decides whether it counts."""


def check(
    skills: Mapping[str, Skill],
    roles: Mapping[str, RoleProfile],
    resources: Mapping[str, Resource],
    sources: Mapping[str, Source],
) -> list[str]:
    """Check the rules between tables, and return each fault as ``file: key: rule``."""
    return [
        *_aliases(tuple(skills.values())),
        *_descriptions(skills.values()),
        *_links(skills, sources),
        *_cycles(skills),
        *check_roles(skills, roles.values(), resources.values()),
        *_resources(skills, resources.values()),
    ]


def _at(skill: Skill) -> str:
    return f"skills/{skill.category}.toml: {skill.id}"


def _aliases(skills: Collection[Skill]) -> list[str]:
    owners: dict[str, list[tuple[Skill, str, str]]] = defaultdict(list)
    for skill in skills:
        for alias in skill.aliases:
            owners[alias.text.casefold()].append((skill, alias.text, alias.rule))
    faults = []
    for (first, _, first_rule), *others in owners.values():
        for skill, text, rule in others:
            if skill is first:
                if rule == first_rule == "any-case":
                    faults.append(f"{_at(skill)}: alias {text!r} is listed twice")
            # "Swift" may be the language or the bank network: words nearby must be able to tell the two apart.
            elif not {rule, first_rule} <= GUARDED:
                faults.append(
                    f"{_at(skill)}: alias {text!r} belongs to {first.id} too; both need a context rule with cues"
                )
    for skill in skills:
        guarded = [alias.text for alias in skill.aliases if alias.rule == "never-alone"]
        if guarded and not skill.cues:
            faults.append(f"{_at(skill)}: alias {guarded[0]!r} is never-alone, so the skill needs cues")
    return faults


def _descriptions(skills: Iterable[Skill]) -> list[str]:
    seen: dict[str, Skill] = {}
    faults = []
    for skill in skills:
        other = seen.setdefault(skill.about.casefold(), skill)
        if other is not skill:
            faults.append(f"{_at(skill)}: has the same description as {other.id}")
    return faults


def _links(skills: Mapping[str, Skill], sources: Mapping[str, Source]) -> list[str]:
    faults = []
    for skill in skills.values():
        faults += [
            f"{_at(skill)}: {link.relation} names the unknown skill {link.skill_id}"
            for link in skill.links
            if link.skill_id not in skills
        ]
        faults += [
            f"{_at(skill)}: {link.relation} names the skill itself" for link in skill.links if link.skill_id == skill.id
        ]
        faults += [f"{_at(skill)}: unknown source {source}" for source in skill.sources if source not in sources]
        if skill.kind != "certification" and skill.related("certifies"):
            faults.append(f"{_at(skill)}: only a certification may use certifies")
    return faults


def _cycles(skills: Mapping[str, Skill]) -> list[str]:
    """One fault for each cycle of ``requires`` or ``implies``, reported at its alphabetically first skill."""
    # Depth-first search with its own stack: a long chain in a user's file must not exceed Python's recursion limit.
    faults = []
    relations: tuple[Relation, ...] = ("requires", "implies")
    for relation in relations:
        done: set[str] = set()
        for start in sorted(skills):
            trail: list[str] = []
            pending = [(start, iter(skills[start].related(relation)))]
            while pending:
                node, rest = pending[-1]
                if node not in trail:
                    trail.append(node)
                following = next((skill_id for skill_id in rest if skill_id in skills and skill_id not in done), None)
                if following is None:
                    done.add(node)
                    trail.pop()
                    pending.pop()
                elif following in trail:
                    cycle = trail[trail.index(following) :]
                    first = skills[min(cycle)]
                    faults.append(f"{_at(first)}: {relation} forms a cycle: {' -> '.join([*cycle, following])}")
                else:
                    pending.append((following, iter(skills[following].related(relation))))
    return faults


def _resources(skills: Mapping[str, Skill], resources: Iterable[Resource]) -> list[str]:
    return [
        f"resources: {resource.id}: names the unknown skill {skill_id}"
        for resource in resources
        for skill_id in (*resource.skill_ids, *resource.assumes, *((resource.anchor,) if resource.anchor else ()))
        if skill_id not in skills
    ]
