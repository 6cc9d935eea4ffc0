from skillgap import profile
from skillgap.model import Document

RESUME = Document("ann.txt", "text")


def levels(built):
    return {held.skill_id: held.level for held in built.skills}


def test_a_skill_only_named_in_a_list_is_exposure(world, skill, mention):
    built = profile.build(RESUME, [mention("docker")], world([skill("docker")]))

    assert levels(built) == {"docker": 1}
    assert built.skills[0].reason == "Named in the skills list, not shown in a job or project."


def test_a_skill_shown_in_one_project_is_working(world, skill, mention):
    built = profile.build(
        RESUME, [mention("docker"), mention("docker", 50, section="projects", block=2)], world([skill("docker")])
    )

    assert levels(built) == {"docker": 2}
    assert [found.start for found in built.skills[0].evidence] == [0, 50]


def test_three_mentions_in_one_entry_are_one_showing(world, skill, mention):
    mentions = [mention("docker", start, section="experience", block=1) for start in (0, 20, 40)]

    assert levels(profile.build(RESUME, mentions, world([skill("docker")]))) == {"docker": 2}


def test_a_skill_shown_in_three_entries_is_strong(world, skill, mention):
    mentions = [mention("docker", 20 * block, section="experience", block=block) for block in (1, 2, 3)]

    assert levels(profile.build(RESUME, mentions, world([skill("docker")]))) == {"docker": 3}


def test_a_held_certification_lifts_what_it_tests_and_more_so_what_is_also_shown(world, skill, mention):
    things = [
        skill("a-plus", kind="certification", certifies=["hardware", "windows"]),
        skill("hardware"),
        skill("windows"),
    ]
    mentions = [mention("a-plus", section="certifications"), mention("windows", 30, section="experience", block=3)]

    built = profile.build(RESUME, mentions, world(things))

    assert levels(built) == {"a-plus": 3, "hardware": 2, "windows": 3}
    assert built.find("hardware").evidence == (mentions[0],)


def test_a_certification_in_progress_earns_nothing(world, skill, mention):
    things = [skill("a-plus", kind="certification", certifies=["hardware"]), skill("hardware")]

    built = profile.build(RESUME, [mention("a-plus", section="certifications", assertion="learning")], world(things))

    assert levels(built) == {}


def test_learning_wanted_and_negated_mentions_earn_no_level_but_are_kept(world, skill, mention):
    mentions = [mention("docker", 10 * i, assertion=said) for i, said in enumerate(("learning", "wanted", "negated"))]

    built = profile.build(RESUME, mentions, world([skill("docker")]))

    assert built.skills == ()
    assert built.mentions == tuple(mentions)


def test_a_framework_implies_its_language_one_level_lower_and_says_so(world, skill, mention):
    things = [skill("django", implies=["python"]), skill("python", implies=["programming"]), skill("programming")]

    built = profile.build(RESUME, [mention("django", section="projects", block=1)], world(things))

    assert levels(built) == {"django": 2, "programming": 1, "python": 1}
    assert built.find("python").inferred_from == ("django",)
    assert built.find("python").evidence == ()
    assert built.find("python").reason == "Not named, but Django cannot be had without it."


def test_a_skill_that_is_named_itself_is_not_inferred(world, skill, mention):
    things = [skill("django", implies=["python"]), skill("python")]

    built = profile.build(RESUME, [mention("django", section="projects"), mention("python", 30)], world(things))

    assert built.find("python").inferred_from == ()
