import gc
import weakref
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap import taxonomy
from skillgap.errors import DataError, RequestError, UnknownRoleError
from skillgap.model.learning import Certificate
from skillgap.model.role import ImportanceTerms
from skillgap.model.taxonomy import Advice
from skillgap.taxonomy import toml_reader
from skillgap.taxonomy.overlay import DataFile
from skillgap.taxonomy.role_decoding import importance
from skillgap.taxonomy.search import find

SKILL = """
category = "things"
title = "Things"
reviewed = 2026-11-23
"""
SOURCES = """
[curated]
title = "C"
version = "1"
url = "https://example.com"
licence = "MIT"
attribution = "C."
"""


@pytest.fixture
def faults(tmp_path):
    """Faults of a taxonomy whose only skills file ends in the given text."""

    def make(text, *, role=""):
        (tmp_path / "skills").mkdir()
        (tmp_path / "skills" / "things.toml").write_text(SKILL + text, encoding="utf-8")
        (tmp_path / "sources.toml").write_text(SOURCES, encoding="utf-8")
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
        (table("a", shown_by_wish="true"), "skills/things.toml: a: shown_by_wish is for soft skills"),
        (table("a", never_alone='["A1"]'), "skills/things.toml: a: alias 'A1' is never-alone, so the skill needs cues"),
        (table("a", esco='"http://example.com"'), "skills/things.toml: a: esco must begin with"),
        (table("a", aliases='["x", "x"]'), "skills/things.toml: a: aliases lists 'x' twice"),
        ("[skills.a", "skills/things.toml: file: not valid TOML"),
    ],
)
def test_a_fault_names_file_key_and_rule(faults, text, fault):
    assert any(line.startswith(fault) for line in faults(text))


def test_a_cycle_of_prerequisites_is_reported_once(faults):
    text = table("a", requires='{ b = "x" }') + table("b", requires='{ c = "x" }') + table("c", requires='{ a = "x" }')

    assert faults(text) == ["skills/things.toml: a: requires forms a cycle: a -> b -> c -> a"]


def test_a_role_may_ask_only_for_skills_that_can_be_learned_for_free(faults):
    role = 'name = "T"\nabout = "T."\nreviewed = 2026-11-23\n[requirements.git]\nimportance = 3\nlevel = 1\n'

    assert faults(table("git"), role=role) == ["roles/tester.toml: git: no free resource teaches it to level 1"]


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
        (ImportanceTerms(editorial=2, onet="hot"), 3),
        (ImportanceTerms(editorial=1, nice=("K0001",)), 2),
        (ImportanceTerms(editorial=3, onet="in-demand", esco="essential", usage=0.0), 4),
    ],
)
def test_importance_is_the_weighted_mean_of_the_terms_present(terms, made):
    assert importance(terms) == made


@given(
    st.builds(
        ImportanceTerms,
        editorial=st.integers(1, 5),
        onet=st.sampled_from(["", "listed", "hot", "in-demand"]),
        esco=st.sampled_from(["", "optional", "essential"]),
        nice=st.sampled_from([(), ("K0001",)]),
        usage=st.none() | st.floats(0, 1),
    )
)
def test_evidence_never_lowers_an_importance(terms):
    assert terms.editorial <= importance(terms) <= 5


def test_a_broken_taxonomy_is_one_clear_sentence(tmp_path):
    (tmp_path / "things.toml").write_text("[skills.a", encoding="utf-8")

    with pytest.raises(DataError, match=r"^The skills data cannot be used\. things\.toml: file: not valid TOML"):
        taxonomy.load(tmp_path)


def test_an_empty_folder_of_data_is_one_clear_sentence(tmp_path):
    with pytest.raises(RequestError, match=r"^There is no TOML file in "):
        taxonomy.load(tmp_path)


COURSE = """
[resources.course]
title = "Course"
provider = "Somebody"
url = "https://example.com/course"
kind = "course"
hours = 4
hours_source = "provider"
hours_from = "as they say"
cost = "free"
verified = "here"
[[resources.course.modules]]
skills = ["linux", "python"]
to_level = 2
hours = 4
"""
LITTLE = tuple(
    DataFile(name, text.encode())
    for name, text in {
        "resources/course.toml": COURSE,
        "skills/things.toml": SKILL + table("linux") + table("python"),
        "sources.toml": SOURCES,
    }.items()
)
"""Data in which nothing is wrong and which are read at once, to lay others over."""
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
ADVICE = """
[advice.any-dates]
stages = ["after", "exploring"]
when = "always"
rank = 1
text = "Rest."
why = "It is good."
"""


LADDER = """
name = "Lab assistant"
about = "Keeps the teaching lab running."
reviewed = 2026-11-29

[[topics]]
id = "linux"
name = "Linux"
tier = "core"
after = []
study_hours = 8
proof_hours = 2
task = "Set up a server."
why = "The lab runs on it."
source = "O*NET 15-1232.00"
[topics.requirements.linux]
importance = 5
level = 2

[[topics]]
id = "python"
name = "Python"
tier = "next"
after = ["linux"]
study_hours = 30
proof_hours = 4
task = "Write a script."
why = "Scripts do the chores."
source = "editorial"
[topics.requirements.python]
importance = 4
level = 2
[topics.variants.python]
picks = ["python"]
"""


@pytest.fixture(scope="module")
def layered():
    """Our data with a role and advice of one's own laid over it."""
    own = (DataFile("lab-assistant.toml", ROLE.encode()), DataFile("ours.toml", ADVICE.encode()))
    return taxonomy.load(taxonomy.DATA, own)


def test_a_role_of_ones_own_is_laid_over_ours(known, layered):
    assert set(layered.roles) == {*known.roles, "lab-assistant"}
    assert [one.skill_id for one in layered.role("lab-assistant").requirements] == ["linux", "python"]


def test_advice_of_ones_own_is_laid_over_ours(known, layered):
    assert layered.advice["any-dates"] == Advice(
        "any-dates", ("exploring", "after"), "always", 1, "Rest.", "It is good."
    )
    assert len(layered.advice) == len(known.advice)


def test_the_little_data_break_no_rule_and_can_take_a_role():
    assert taxonomy.load_with_faults(LITTLE, (DataFile("a.toml", ROLE.encode()),))[1] == []


def test_what_holds_for_a_category_holds_for_a_skill_unless_it_says_otherwise():
    skills = table("bread") + table("dough", any_trade="false")
    category = SKILL.replace("Things", "Food").replace("things", "food")

    laid = taxonomy.load(LITTLE, (DataFile("food.toml", f"{category}any_trade = true\n{skills}".encode()),))

    assert [laid.skills[one].any_trade for one in ("bread", "dough", "linux")] == [True, False, False]
    assert not laid.categories["food"].of_it


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.toml", "colour = 1", "a.toml: file: contains no skills, requirements or resources"),
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
    laid, faults = taxonomy.load_with_faults(LITTLE, (DataFile(name, content.encode("latin-1")),))

    assert any(line.startswith(fault) for line in faults)
    assert set(laid.skills) == {"linux", "python"}


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

    _, faults = taxonomy.load_with_faults(LITTLE, (DataFile("advice.toml", content.encode()),))

    assert len(faults) == 1
    assert faults[0].startswith(f"advice.toml: rest: {fault}")


def ladder_faults(content, resources=COURSE):
    """Faults of a role, laid over the little data with these resources."""
    others = [one for one in LITTLE if not one.name.startswith("resources")]
    files = (*others, DataFile("resources/course.toml", resources.encode()), DataFile("a.toml", content.encode()))
    return taxonomy.load_with_faults(files)[1]


def test_a_sound_ladder_has_no_fault():
    assert ladder_faults(LADDER) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('after = ["linux"]', 'after = ["python"]', "roles/a.toml: python: python must be listed before it"),
        ("after = []", 'after = ["python"]', "roles/a.toml: linux: python must be listed before it"),
        ('after = ["linux"]', 'after = ["gone"]', "roles/a.toml: python: gone must be listed before it"),
        ('id = "python"', 'id = "linux"', "roles/a.toml: linux: is listed twice"),
        ('tier = "core"', 'tier = "later"', "roles/a.toml: python: core topics come first, then next, then later"),
        (
            "importance = 5\nlevel = 2",
            "importance = 5\nlevel = 1",
            "roles/a.toml: linux: a core topic must require level 2 (used in a project) for its main skill",
        ),
        (
            'source = "O*NET 15-1232.00"',
            'source = "Editorial"',
            "roles/a.toml: linux: a core topic needs a source other than editorial judgement",
        ),
        (
            "importance = 5\n",
            'importance = 5\nor = ["python"]\n',
            "roles/a.toml: python: python is already required by linux",
        ),
        ("topics.requirements.python", "topics.requirements.zig", "roles/a.toml: zig: names the unknown skill zig"),
        ("topics.variants.python", "topics.variants.zig", "roles/a.toml: python: names the unknown skill zig"),
        (
            'picks = ["python"]',
            'picks = ["linux"]',
            "roles/a.toml: python: variant python picks linux, which no requirement of the topic names",
        ),
        (
            "importance = 4\nlevel = 2",
            "importance = 4\nlevel = 3",
            "roles/a.toml: python: no free resource teaches it to level 3",
        ),
        ("proof_hours = 2\n", "", "a.toml: linux: proof_hours is missing"),
        ("proof_hours = 2", "proof_hours = 0", "a.toml: linux: proof_hours must be from 1 to 12, not 0"),
        ("study_hours = 8", "study_hours = 2", "a.toml: linux: study_hours must be from 3 to 40, not 2"),
        ("study_hours = 8", "study_hours = 41", "a.toml: linux: study_hours must be from 3 to 40, not 41"),
        ('task = "Set up a server."\n', "", "a.toml: linux: task is missing"),
        ('tier = "core"', 'tier = "soft"', "a.toml: linux: tier must be one of core, next, later"),
    ],
)
def test_a_fault_in_a_ladder_names_file_key_and_rule(old, new, fault):
    assert LADDER.count(old) == 1

    assert [line for line in ladder_faults(LADDER.replace(old, new)) if line.startswith(fault)] != []


@pytest.mark.parametrize(
    ("kind", "addition", "fault"),
    [
        ("certification", "", "linux: a topic cannot require a soft skill or a certificate"),
        ("soft", "", "linux: a topic cannot require a soft skill or a certificate"),
        ("tool", "[soft.linux]\nimportance = 3\n", "linux: is listed under soft, but is not a soft skill"),
        ("tool", "[soft.linux]\nimportance = 3\n", "linux: linux is already required by linux"),
    ],
)
def test_topics_hold_what_is_learned_and_the_soft_block_what_is_not(kind, addition, fault):
    skills = SKILL + table("linux", kind=f'"{kind}"') + table("python")
    others = [one for one in LITTLE if not one.name.startswith("skills")]
    files = (DataFile("skills/things.toml", skills.encode()), DataFile("a.toml", (LADDER + addition).encode()))

    assert f"roles/a.toml: {fault}" in taxonomy.load_with_faults((*others, *files))[1]


def test_the_core_of_a_role_takes_120_hours_at_most():
    topics = "".join(
        f'[[topics]]\nid = "t{number}"\nname = "T"\ntier = "core"\nafter = []\nstudy_hours = {study}\nproof_hours = 3\n'
        f'task = "T."\nwhy = "T."\nsource = "O*NET"\n[topics.requirements.{skill}]\nimportance = 3\nlevel = 2\n'
        for number, (skill, study) in enumerate((("linux", 40), ("python", 40), ("git", 31)))
    )
    head = 'name = "T"\nabout = "T."\nreviewed = 2026-11-23\n'
    rule = "roles/a.toml: core: its topics take 121 hours, at most 120 are allowed"

    # 43 + 43 + 34 hours are 120.
    assert rule not in ladder_faults(head + topics)
    assert rule in ladder_faults(head + topics.replace("study_hours = 31", "study_hours = 32"))
    longer = '[topics.variants.git]\npicks = ["git"]\nstudy_hours = 32\n'
    assert rule in ladder_faults(head + topics + longer)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("https://example.com/course", "https://example.com/", "url must lead to the resource itself, not to a site's"),
        ("https://example.com/course", "https://example.com", "url must lead to the resource itself, not to a site's"),
        ("https://example.com/course", "http://example.com/course", "url must begin with https://"),
        (
            '"course"\nhours = 4',
            '"documentation"\nhours = 4',
            "documentation takes at most 3 hours and teaches to level 1",
        ),
        ("to_level = 2\nhours = 4", "to_level = 2\nhours = 5", "modules take more hours than the resource"),
        ('skills = ["linux", "python"]', "skills = []", "skills must name what the module teaches"),
        ('"provider"', '"hearsay"', "hours_source must be one of provider, video-lectures"),
        ('hours_from = "as they say"\n', "", "hours_from is missing"),
    ],
)
def test_a_fault_in_a_resource_names_file_key_and_rule(old, new, fault):
    assert COURSE.count(old) == 1

    found = ladder_faults(LADDER, COURSE.replace(old, new))

    assert [line for line in found if line.startswith("resources/course.toml: course") and fault in line] != []


@pytest.mark.parametrize(("hours", "level", "sound"), [(3, 1, True), (3, 2, False), (4, 1, False)])
def test_documentation_is_short_and_teaches_to_level_1(hours, level, sound):
    page = COURSE.replace("resources.course", "resources.page").replace('kind = "course"', 'kind = "documentation"')
    page = page.replace("hours = 4", f"hours = {hours}").replace("to_level = 2", f"to_level = {level}")

    assert (ladder_faults(LADDER, COURSE + page) == []) is sound


def test_a_resource_that_names_an_unknown_skill_is_a_fault():
    content = COURSE.replace('verified = "here"', 'verified = "here"\nassumes = ["zig"]\nanchor = "cobol"')

    assert ladder_faults(LADDER, content) == [
        "resources: course: names the unknown skill zig",
        "resources: course: names the unknown skill cobol",
    ]


CERTIFICATE = """
[certificates.linux]
fee = "246 USD (2026)"
hours = 70
hours_from = "the publisher's guide"
advice = "When a posting asks for it."
"""


def test_what_a_certificate_takes_is_told_of_certifications_only():
    skills = DataFile("skills/things.toml", (SKILL + table("linux", kind='"certification"')).encode())
    file = DataFile("certificates.toml", CERTIFICATE.encode())

    laid, faults = taxonomy.load_with_faults((skills, LITTLE[-1], file))
    wrong = taxonomy.load_with_faults(LITTLE, (file,))[1]

    assert faults == []
    assert laid.certificates["linux"] == Certificate(
        "linux", "246 USD (2026)", 70, "the publisher's guide", "When a posting asks for it."
    )
    assert wrong == ["certificates.toml: linux: there is no such certification"]


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


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"a = " + b"9" * 5000, "not valid TOML"),
        (b"a = 0x" + b"f" * 100_000, "not valid TOML"),
        (b"a = " + b"[" * 50_000 + b"]" * 50_000, "not valid TOML"),
        (b"a = \xff", "not valid TOML"),
        (b"a = 2026-11-23T10:00:00Z", "contains no skills, requirements"),
        (b"x" * 5_000_001, "the data files together exceed 5 MB or 500 files"),
        (b"[skills]\n" + b"".join(b"[skills.s%d]\n" % number for number in range(5_001)), "exceed 5,000 skills"),
    ],
)
def test_data_of_a_user_is_taken_or_refused_with_file_and_place(content, fault):
    _, faults = taxonomy.load_with_faults((DataFile("mine.toml", content),))

    assert any(one.startswith("mine.toml: file: ") and fault in one for one in faults)


def test_dates_of_a_users_data_stay_dates():
    content = b'day = 2026-11-23\n"a day" = "x"\n[t]\n"a day" = "soon"\nlist = [2026-01-01, 1.5, true]'
    faults = []

    found = toml_reader.parse_bounded(content, "mine.toml", faults)

    assert found == {
        "day": date(2026, 11, 23),
        "a day": "x",
        "t": {"a day": "soon", "list": [date(2026, 1, 1), 1.5, True]},
    }
    assert faults == []
