import gc
import weakref

import pytest

from skillgap import taxonomy
from skillgap.errors import DataError, RequestError, UnknownRoleError
from skillgap.model.taxonomy import Advice, ImportanceTerms
from skillgap.taxonomy.decoding import importance
from skillgap.taxonomy.overlay import DataFile
from skillgap.taxonomy.search import find

SKILL = """
category = "things"
title = "Things"
reviewed = 2026-11-23
"""


@pytest.fixture
def faults(tmp_path):
    """Faults of a taxonomy whose only skills file ends in the given text."""

    def make(text, *, role=""):
        (tmp_path / "skills").mkdir()
        (tmp_path / "skills" / "things.toml").write_text(SKILL + text, encoding="utf-8")
        (tmp_path / "sources.toml").write_text(
            '[curated]\ntitle = "C"\nversion = "1"\nurl = "https://example.com"\nlicence = "MIT"\nattribution = "C."\n',
            encoding="utf-8",
        )
        if role:
            (tmp_path / "roles").mkdir()
            (tmp_path / "roles" / "tester.toml").write_text(role, encoding="utf-8")
        return taxonomy.load_with_faults(tmp_path)[1]

    return make


def table(skill_id, **fields):
    values = {
        "name": f'"{skill_id}"',
        "kind": '"tool"',
        "about": f'"About {skill_id}."',
        "sources": '["curated"]',
    } | fields
    return f"[skills.{skill_id}]\n" + "".join(f"{name} = {value}\n" for name, value in values.items())


def test_a_sound_file_has_no_fault(faults):
    assert faults(table("git") + table("sql", requires='{ git = "first" }')) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (table("git", colour='"red"'), "skills/things.toml: git: unknown field colour"),
        (table("git", kind='"gadget"'), "skills/things.toml: git: kind must be one of"),
        (table("git", sources="[]"), "skills/things.toml: git: needs a source: esco, onet, linguist, nice or sources"),
        (table("git", sources='["hearsay"]'), "skills/things.toml: git: unknown source hearsay"),
        (table("git", requires='{ svn = "x" }'), "skills/things.toml: git: requires names the unknown skill svn"),
        (table("git", requires='{ git = "x" }'), "skills/things.toml: git: requires names the skill itself"),
        (table("sql") + table("git"), "skills/things.toml: git: must stand before sql (alphabetical order)"),
        (table("Git"), "skills/things.toml: Git: an id is kebab-case (a-z, 0-9 and single hyphens)"),
        (table("a", aliases='["B"]') + table("b"), "skills/things.toml: b: alias 'b' belongs to a too"),
        (table("a") + table("b", about='"About a."'), "skills/things.toml: b: has the same description as a"),
        (table("a", never_alone='["A1"]'), "skills/things.toml: a: alias 'A1' is never-alone, so the skill needs cues"),
        (table("a", esco='"http://example.com"'), "skills/things.toml: a: esco must begin with"),
        (table("a", aliases='["x", "x"]'), "skills/things.toml: a: aliases lists 'x' twice"),
        ("[skills.a", "skills/things.toml: file: not valid TOML"),
    ],
)
def test_a_fault_names_file_key_and_rule(faults, text, fault):
    assert any(line.startswith(fault) for line in faults(text))


def test_a_circle_of_prerequisites_is_named_once(faults):
    text = table("a", requires='{ b = "x" }') + table("b", requires='{ c = "x" }') + table("c", requires='{ a = "x" }')

    assert faults(text) == ["skills/things.toml: a: requires runs in a circle: a -> b -> c -> a"]


def test_a_role_may_ask_only_for_skills_that_can_be_learned_for_free(faults):
    role = 'name = "T"\nabout = "T."\nreviewed = 2026-11-23\n[requirements.git]\nimportance = 3\nlevel = 1\n'

    assert faults(table("git"), role=role) == ["skills/things.toml: git: has no free resource, and tester asks for it"]


def test_an_importance_that_its_terms_do_not_make_is_a_fault(faults):
    role = (
        'name = "T"\nabout = "T."\nreviewed = 2026-11-23\n'
        '[requirements.git]\nimportance = 3\nlevel = 1\nterms = { onet = "in-demand", editorial = 5 }\n'
    )

    assert "roles/tester.toml: git: importance is 3, its terms make 5" in faults(table("git"), role=role)


@pytest.mark.parametrize(
    ("terms", "made"),
    [
        (ImportanceTerms(editorial=1), 1),
        (ImportanceTerms(editorial=4), 4),
        (ImportanceTerms(editorial=5, onet="in-demand", esco="essential", usage=1.0), 5),
        (ImportanceTerms(editorial=3, onet="listed"), 3),
        (ImportanceTerms(editorial=1, onet="in-demand"), 3),
        (ImportanceTerms(editorial=5, nice=("K0001",)), 5),
        (ImportanceTerms(editorial=2, esco="optional", usage=0.0), 2),
    ],
)
def test_importance_is_the_weighted_mean_of_the_terms_present(terms, made):
    assert importance(terms) == made


def test_a_broken_taxonomy_is_one_clear_sentence(tmp_path):
    (tmp_path / "things.toml").write_text("[skills.a", encoding="utf-8")

    with pytest.raises(DataError, match=r"^The skills data cannot be used\. things\.toml: file: not valid TOML"):
        taxonomy.load(tmp_path)


def test_an_empty_folder_of_data_is_one_clear_sentence(tmp_path):
    with pytest.raises(RequestError, match=r"^There is no TOML file in "):
        taxonomy.load(tmp_path)


ROLE = """
name = "Lab assistant"
about = "Keeps the teaching lab running."
reviewed = 2026-11-23
[requirements.linux]
importance = 2
level = 1
[requirements.python]
importance = 4
level = 2
"""


def test_a_role_of_ones_own_is_laid_over_ours(known):
    own = (DataFile("lab-assistant.toml", ROLE.encode()),)

    layered, faults = taxonomy.load_with_faults(taxonomy.DATA, own)

    assert faults == []
    assert set(layered.roles) == {*known.roles, "lab-assistant"}
    assert [one.skill_id for one in layered.role("lab-assistant").requirements] == ["linux", "python"]


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.toml", "colour = 1", "a.toml: file: holds neither skills nor requirements nor resources"),
        ("a.toml", ROLE.replace("python", "pyhton"), "roles/a.toml: pyhton: names the unknown skill pyhton"),
        (
            "a.toml",
            ROLE.replace("importance = 4", "importance = 9"),
            "a.toml: python: importance must be from 1 to 5, not 9",
        ),
        ("a.toml", "\xff", "a.toml: file: not valid TOML"),
    ],
)
def test_a_fault_in_ones_own_data_is_named_and_ours_is_untouched(name, content, fault):
    layered, faults = taxonomy.load_with_faults(taxonomy.DATA, (DataFile(name, content.encode("latin-1")),))

    assert any(line.startswith(fault) for line in faults)
    assert "python" in layered.skills


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('stages = ["after", "lunch"]', "stages must name some of exploring, applying, accepted, internship, after"),
        ("stages = []", "stages must name some of exploring, applying, accepted, internship, after"),
        ('when = "often"', "when must be one of always, no-resume"),
        ("rank = 10", "rank must be from 1 to 9"),
        ('why = ""', "why must not be empty"),
        ('colour = "red"', "unknown field colour"),
    ],
)
def test_a_fault_in_advice_names_file_key_and_rule(line, fault):
    sound = {"stages": 'stages = ["after"]', "when": 'when = "always"', "rank": "rank = 1", "text": 'text = "Rest."'}
    fields = sound | {"why": 'why = "It is good."'} | {line.split(" =")[0]: line}
    content = "[advice.rest]\n" + "\n".join(fields.values())

    _, faults = taxonomy.load_with_faults(taxonomy.DATA, (DataFile("advice.toml", content.encode()),))

    assert len(faults) == 1
    assert faults[0].startswith(f"advice.toml: rest: {fault}")


def test_advice_of_ones_own_is_laid_over_ours(known):
    content = b"""[advice.any-dates]
stages = ["after", "exploring"]
when = "always"
rank = 1
text = "Rest."
why = "It is good."
"""

    laid = taxonomy.load(taxonomy.DATA, (DataFile("ours.toml", content),))

    assert laid.advice["any-dates"] == Advice("any-dates", ("exploring", "after"), "always", 1, "Rest.", "It is good.")
    assert len(laid.advice) == len(known.advice)


def test_an_unknown_role_names_the_ones_there_are(known):
    with pytest.raises(UnknownRoleError, match=r"There is no role called 'astronaut'\. Choose one of: "):
        known.role("astronaut")


@pytest.mark.parametrize(
    ("query", "skill_id"), [("python", "python"), ("kubernets", "kubernetes"), ("Active Directory", "active-directory")]
)
def test_a_skill_is_found_by_name_and_with_a_typing_error(known, query, skill_id):
    assert skill_id in {skill.id for skill in find(query, known)}


def test_nothing_is_found_for_nonsense(known):
    assert find("qqqqzzzz", known) == ()


def test_what_follows_from_a_taxonomy_alone_is_worked_out_once_and_forgotten_with_it(world, skill):
    made = []

    @taxonomy.cached_per_taxonomy
    def names(known):
        made.append(sorted(known.skills))
        return [one.name for one in known.skills.values()]

    first, second = world([skill("git")]), world([skill("git")])

    assert names(first) is names(first)
    assert names(second) == ["Git"]
    assert made == [["git"], ["git"]]
    gone = weakref.ref(second)
    del second
    gc.collect()
    assert gone() is None
