"""Compares the topics of a role with a resume: what is shown, what is begun, and the hours left for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from skillgap.model.gaps import SHOWN, Gap, GapReport, is_shown
from skillgap.model.learning import Resource
from skillgap.model.resume import SkillProfile
from skillgap.model.role import RoleProfile, Tier, Topic, Variant
from skillgap.plan.preferences import PlanPreferences
from skillgap.taxonomy import Taxonomy

MIN_STEP_HOURS = 3
"""Hours of the smallest step; anything shorter is a page to read."""
SECOND_LANGUAGE = {2: 0.5, 1: 0.75}
"""Level of another programming language -> part of a language's study hours that is left."""
UNSEEN_MAIN = 0.5
"""Part of the hours saved by side skills that counts while the main skill is not named."""
PROOF_HOURS = 2
"""Hours of the task of a skill outside the catalogue's topics: one small piece of work with its write-up."""
UNKNOWN_HOURS = 10
"""Study hours of such a skill without a resource: about a weekend."""
MAX_OWN_HOURS = 40
"""Most study hours of a topic made from one demand, as in the catalogue."""


@dataclass(frozen=True, slots=True)
class OpenTopic:
    """One topic of a role, compared with a resume.

    Attributes:
        topic: The topic.
        gaps: Its gaps, met ones too; the main one first.
        skill_ids: For each gap, the skill to learn: the best held one, else the variant's, else the first.
        variant: The chosen variant, if the topic has any.
        is_shown: Whether the resume shows the topic, so that nothing is to plan.
        study_hours: Hours of study left for this student.
        proof_hours: Hours of the task.
    """

    topic: Topic
    gaps: tuple[Gap, ...]
    skill_ids: tuple[str, ...]
    variant: Variant | None
    is_shown: bool
    study_hours: int
    proof_hours: int

    @property
    def hours(self) -> int:
        """Study and task together."""
        return self.study_hours + self.proof_hours

    @property
    def task(self) -> str:
        """The task, in the student's own language, cloud or vendor."""
        return (self.variant and self.variant.task) or self.topic.task


def survey(
    report: GapReport, profile: SkillProfile, taxonomy: Taxonomy, preferences: PlanPreferences
) -> tuple[OpenTopic, ...]:
    """Every topic of the report's role, in the role's order; a demand without a topic becomes one."""
    anchors = _anchor_ranks(report.role, profile)
    topics = (*report.role.topics, *_own_topics(report, taxonomy))
    return tuple(_open_topic(topic, report, profile, anchors, taxonomy, preferences) for topic in topics)


def _open_topic(
    topic: Topic,
    report: GapReport,
    profile: SkillProfile,
    anchors: Mapping[str, int],
    taxonomy: Taxonomy,
    preferences: PlanPreferences,
) -> OpenTopic:
    gaps = report.of_topic(topic.id) if topic in report.role.topics else _own_gaps(topic, report)
    variant = _variant(topic, anchors, preferences)
    skill_ids = tuple(_skill(gap, variant) for gap in gaps)
    study = (variant and variant.study_hours) or topic.study_hours
    proof = (variant and variant.proof_hours) or topic.proof_hours
    left = _open_part(gaps, profile, taxonomy, bridged=bool(variant and variant.study_hours))
    # study and task together are never shorter than the smallest step
    study = max(MIN_STEP_HOURS - proof, round(study * left))
    return OpenTopic(topic, gaps, skill_ids, variant, is_shown(gaps), study, proof)


def _open_part(gaps: Sequence[Gap], profile: SkillProfile, taxonomy: Taxonomy, *, bridged: bool) -> float:
    """Part of the study that is left; skills that are named, and another programming language, make it smaller.

    With ``bridged`` the hours already assume another language.
    """
    weight = sum(gap.importance for gap in gaps)
    met = sum(gap.importance * _known_part(gap, profile) for gap in gaps) / weight
    if not gaps[0].held:
        met *= UNSEEN_MAIN  # "Outlook" alone saves few hours of Microsoft 365
    kinds = {taxonomy.skills[option].kind for option in gaps[0].options if option in taxonomy.skills}
    if bridged or kinds != {"language"} or gaps[0].held:
        return 1 - met
    others = [
        skill.level
        for skill in profile.skills
        if skill.skill_id in taxonomy.skills and taxonomy.skills[skill.skill_id].kind == "language"
    ]
    # "Java at school" halves the hours of Python: loops and functions are known, the syntax is not
    return SECOND_LANGUAGE[min(SHOWN, max(others))] * (1 - met) if others else 1 - met


def _known_part(gap: Gap, profile: SkillProfile) -> float:
    """Part of a demand that needs no study."""
    # "Skills: Docker" shows nothing yet, but saves the first reading
    level = max(map(profile.level, gap.options), default=0)
    return max(gap.met_share, min(1.0, level / gap.required))


def _anchor_ranks(role: RoleProfile, profile: SkillProfile) -> dict[str, int]:
    """Rank of each anchor of the role's variants: 0 for the one best shown, then those named or being learned."""
    learning = {mention.skill_id for mention in profile.mentions if mention.assertion in {"learning", "wanted"}}
    anchors = list(dict.fromkeys(variant.anchor for topic in role.topics for variant in topic.variants))

    def strength(anchor: str) -> tuple[int, int, int, bool]:
        held = profile.find(anchor)
        direct = held is not None and not held.inferred_from
        return (
            held.level if held else 0,
            int(direct),
            (held.months + len(held.evidence)) if held else 0,
            anchor in learning,
        )

    # a student who shows Java and wishes for Python gets the Java variant, which takes fewer hours
    shown = [anchor for anchor in anchors if any(strength(anchor))]
    return {anchor: rank for rank, anchor in enumerate(sorted(shown, key=strength, reverse=True))}


def _variant(topic: Topic, anchors: Mapping[str, int], preferences: PlanPreferences) -> Variant | None:
    """The variant that the student chose, else that of the strongest anchor, else the first."""
    if not topic.variants:
        return None
    by_anchor = {variant.anchor: variant for variant in topic.variants}
    chosen = preferences.variants.get(topic.id)
    if chosen in by_anchor:
        return by_anchor[chosen]
    ranked = [anchor for anchor in by_anchor if anchor in anchors]
    return by_anchor[min(ranked, key=anchors.__getitem__)] if ranked else topic.variants[0]


def _skill(gap: Gap, variant: Variant | None) -> str:
    """The skill to learn for a gap: the one begun, else the one of the variant."""
    if gap.held and not gap.credited_from and gap.skill_id in gap.options:
        return gap.skill_id
    picks = variant.picks if variant else ()
    return next((pick for pick in picks if pick in gap.options), gap.options[0] if gap.options else gap.skill_id)


def _own_topics(report: GapReport, taxonomy: Taxonomy) -> tuple[Topic, ...]:
    """A topic for each technical demand without one, as in a pasted posting; certificates make none."""
    return tuple(
        own_topic(gap.skill_id, gap.tier, taxonomy)
        for gap in report.technical
        if not gap.topic_id and taxonomy.kind(gap.skill_id) != "certification"
    )


def own_topic(skill_id: str, tier: Tier, taxonomy: Taxonomy) -> Topic:
    """One skill as a topic, with the hours of its shortest resource and its own task."""
    skill = taxonomy.skills.get(skill_id)
    name = taxonomy.name(skill_id)
    return Topic(
        id=f"skill-{skill_id}",  # a topic of the ladder may be called like the skill
        name=name,
        tier=tier,
        after=(),
        study_hours=study_hours(taxonomy.teaching.get(skill_id, ()), skill_id),
        proof_hours=PROOF_HOURS,
        task=(skill.proof if skill else "") or f"Use {name} in a small project and write down what you did.",
        why="The posting asks for it.",
        source="posting",
        skill_ids=(skill_id,),
    )


def study_hours(resources: Sequence[Resource], skill_id: str) -> int:
    """Hours of the shortest module that teaches a skill to the level "shown", else of the longest module."""
    hours = [
        (module.to_level < SHOWN, module.hours if module.to_level >= SHOWN else -module.hours)
        for resource in resources
        for module in resource.modules
        if skill_id in module.skill_ids
    ]
    least = abs(min(hours)[1]) if hours else UNKNOWN_HOURS
    return min(MAX_OWN_HOURS, max(MIN_STEP_HOURS, least))


def _own_gaps(topic: Topic, report: GapReport) -> tuple[Gap, ...]:
    return tuple(gap for gap in report.technical if not gap.topic_id and gap.skill_id == topic.skill_ids[0])
