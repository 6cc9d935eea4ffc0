"""Sessions for a cohort: the best set, as trying every set finds it; labs and clinics; courses; groups of peers."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.cohort import courses, groups, peers, session_calendar, session_offers, sessions, standings
from skillgap.errors import RequestError, SheetError
from skillgap.model.cohort import Student, demand_key
from skillgap.model.resume import Document, HeldSkill, Mention, ResumeReading, SkillProfile
from skillgap.model.sessions import SessionLimits, SessionOffer
from skillgap.tables import sessions as session_tables

ROLE = "it-support-intern"
STUDENTS = ("S1", "S2", "S3", "S4")


def offer(name, closes, after=None, weights=None):
    demands = {student: tuple(f"{name}-{one}" for one in range(count)) for student, count in closes.items()}
    weighed = weights or {student: 4 * count for student, count in closes.items()}
    return SessionOffer(name, "learn it", name, demands, weighed, after or {})


@st.composite
def small_cases(draw):
    names = [f"lab-{place}" for place in range(draw(st.integers(1, 3)))]
    offers = []
    for place, name in enumerate(names):
        closes = draw(st.dictionaries(st.sampled_from(STUDENTS), st.integers(1, 4), min_size=1))
        ahead = draw(st.sets(st.sampled_from(sorted(closes)))) if place else set()
        offers.append(offer(name, closes, dict.fromkeys(sorted(ahead), (names[place - 1],))))
    count, capacity = draw(st.integers(1, 3)), draw(st.integers(1, 4))
    return offers, SessionLimits(count, 2, capacity, draw(st.integers(1, capacity)))


def best_by_trying_all(offers, limits):
    """Most demands that any allowed choice of sessions and students closes."""
    most = 0
    for times in product(range(limits.count + 1), repeat=len(offers)):
        if sum(times) > limits.count:
            continue
        choices = [subsets(one, held, limits) for one, held in zip(offers, times, strict=True)]
        for attending in product(*choices):
            seen = {one.id: students for one, students in zip(offers, attending, strict=True)}
            if all(allowed(one, seen) for one in offers):
                most = max(most, sum(len(one.closes[student]) for one in offers for student in seen[one.id]))
    return most


def subsets(one, held, limits):
    students = sorted(one.closes)
    every = [
        {student for student, comes in zip(students, picked, strict=True) if comes}
        for picked in product((False, True), repeat=len(students))
    ]
    return [some for some in every if limits.least * held <= len(some) <= limits.capacity * held]


def allowed(one, seen):
    return all(student in seen.get(before, set()) for student in seen[one.id] for before in one.after.get(student, ()))


@settings(max_examples=60, deadline=None)
@given(small_cases())
def test_the_plan_closes_as_much_as_trying_every_choice(case):
    offers, limits = case

    plan = sessions.choose(offers, limits, open_before=40)

    assert plan.closed == best_by_trying_all(offers, limits)
    more = replace(limits, count=limits.count + 1)
    assert plan.one_more == best_by_trying_all(offers, more) - plan.closed
    assert plan.remaining == 40 - plan.closed
    assert sum(one.times for one in plan.sessions) <= limits.count
    for one in plan.sessions:
        assert limits.least * one.times <= len(one.student_ids) <= limits.capacity * one.times


@settings(max_examples=20, deadline=None)
@given(small_cases(), st.randoms(use_true_random=False))
def test_the_order_of_the_offers_changes_nothing(case, random):
    offers, limits = case
    mixed = list(offers)
    random.shuffle(mixed)

    assert sessions.choose(mixed, limits, open_before=9) == sessions.choose(offers, limits, open_before=9)


def test_of_equal_sessions_the_weightier_is_held_and_no_session_for_nothing():
    light = offer("a-light", {"S1": 1}, weights={"S1": 1})
    core = offer("b-core", {"S2": 1}, weights={"S2": 20})

    plan = sessions.choose([light, core], SessionLimits(1, 2, 10), open_before=2)
    both = sessions.choose([light, core], SessionLimits(5, 2, 10), open_before=2)

    assert [one.offer.id for one in plan.sessions] == ["b-core"]
    assert plan.one_more == 1
    assert [(one.offer.id, one.times) for one in both.sessions] == [("a-light", 1), ("b-core", 1)]
    assert both.one_more == 0


def test_without_offers_there_is_no_session():
    plan = sessions.choose([], SessionLimits(3, 2, 10), open_before=5)

    assert (plan.sessions, plan.closed, plan.remaining, plan.one_more) == ((), 0, 5, 0)


def reading(**levels):
    """A resume whose list names the skills of level 1, and whose projects show the others."""
    skills = [held(key.replace("_", "-"), level) for key, level in sorted(levels.items())]
    return ResumeReading(Document("resume.txt", ""), SkillProfile("resume.txt", tuple(skills)))


def held(skill_id, level):
    section = "skills" if level == 1 else "projects"
    return HeldSkill(skill_id, level, "test", (Mention(skill_id, "", 0, 0, section, "held", listed=level == 1),))


def stand(known, **students):
    made = [Student(key, reading=one, target=ROLE, target_source="roster") for key, one in students.items()]
    return standings.standings(made, known)


@pytest.fixture(scope="module")
def students(known):
    return stand(
        known,
        S1=reading(windows=1, computer_hardware=1, networking=2, python=2),
        S2=reading(),
        S3=reading(windows=2, active_directory=2),
    )


def test_what_is_named_goes_to_a_clinic_and_what_is_missing_to_a_lab(students, known):
    clinics = session_offers.clinics(students, hours=2)
    labs = session_offers.labs(students, known, hours=8)

    assert [one.id for one in clinics] == [f"show-{known.role(ROLE).family}"]
    assert {"windows", "computer-hardware"} <= set(clinics[0].closes["S1"])
    assert "S2" not in clinics[0].closes
    taught = {demand for lab in labs for demand in lab.closes.get("S1", ())}
    assert taught.isdisjoint(clinics[0].closes["S1"])
    assert any("S2" in lab.closes for lab in labs)


def test_a_clinic_has_time_for_three_demands_an_hour(students):
    assert len(session_offers.clinics(students, hours=1)[0].closes["S1"]) <= 3


def test_no_session_teaches_a_soft_skill(students, known):
    soft = {demand_key(gap) for one in students for gap in one.report.soft}

    offers = (*session_offers.clinics(students, 3), *session_offers.labs(students, known, 40))

    assert soft.isdisjoint(demand for one in offers for demands in one.closes.values() for demand in demands)


def test_soft_skills_have_a_clinic_of_their_own_where_it_is_asked_for(students, known):
    limits = SessionLimits(1, 1, 10)
    soft = [gap for one in students for gap in one.report.soft if gap.shortfall]

    without = session_offers.best_sessions(students, known, limits)
    plan = session_offers.best_sessions(students, known, replace(limits, soft=True))
    (clinic,) = session_offers.soft_skill_clinic(students, hours=1)

    assert plan.open_before == without.open_before + len(soft)
    assert {len(demands) for demands in clinic.closes.values()} == {3}
    assert set(clinic.closes) == {"S1", "S2", "S3"}
    for one in students:
        weight = {demand_key(gap): gap.weight for gap in one.report.soft if gap.shortfall}
        closed = [weight[key] for key in clinic.closes[one.student.id]]
        assert closed == sorted(weight.values(), reverse=True)[:3]
    assert [one.offer.id for one in plan.sessions] == ["show-ways-of-working"]


def test_a_lab_fits_the_hours_and_comes_after_what_it_builds_on(students, known):
    topics = {topic.id: topic for topic in known.role(ROLE).topics}

    labs = {one.id: one for one in session_offers.labs(students, known, hours=7)}

    for topic in topics.values():
        lab = labs.get(f"learn-{topic.id}")
        if lab is None or "S2" not in lab.closes:
            continue
        assert topic.study_hours <= 7
        assert lab.after.get("S2", ()) == tuple(f"learn-{before}" for before in topic.after)
    assert not any(
        topics[one.removeprefix("learn-")].study_hours > 7 for one in labs if one.removeprefix("learn-") in topics
    )


def test_a_course_is_held_against_the_open_demands(students, known):
    taught, faults = courses.read(b"course,skills\nOS 1,Windows; active-directory\nOS 1,Linux\n", "a.csv", known)

    demands = {row.key: row for row in groups.by_demand(students, 2)}
    needs = {one.options[0]: one for one in courses.needs(tuple(demands.values()), taught)}

    assert faults == ()
    assert [(one.name, one.skill_ids) for one in taught] == [("OS 1", ("active-directory", "linux", "windows"))]
    assert needs["windows"].courses == ("OS 1",)
    assert needs["windows"].count == demands["windows"].total
    assert any(not one.courses for one in needs.values())
    assert set(needs) == {key for key, row in demands.items() if row.total.met < row.total.asked}


def test_a_demand_whose_count_is_withheld_stays_among_the_needs(known):
    everybody_meets_it = stand(known, S1=reading(windows=2))

    needs = courses.needs(groups.by_demand(everybody_meets_it, 5), ())
    table = session_tables.course_needs(needs, known)

    assert "windows" in {one.options[0] for one in needs}
    assert set(table["not_met_by"]) == {"withheld"}


@pytest.mark.parametrize("mark", [b",", b";", b"\t"])
def test_a_list_of_courses_is_read_as_spreadsheets_write_it(known, mark):
    rows = [(b"Course", b"Note", b"Skills"), (b"Ops", b"", b'"Linux; Docker"'), (b"Net", b"", b'"DNS, DHCP"')]
    data = b"\xef\xbb\xbf" + b"\r\n".join(mark.join(cells) for cells in rows)

    taught, faults = courses.read(data, "a.csv", known)

    assert faults == ()
    assert [(one.name, len(one.skill_ids)) for one in taught] == [("Net", 2), ("Ops", 2)]


def test_a_course_with_an_unknown_skill_is_told_with_the_nearest_name(known):
    taught, faults = courses.read(b"Course,Skills\nOps,Wiresharc\n,Linux\nOps,Linux", "a.csv", known)

    assert [one.name for one in taught] == ["Ops"]
    assert faults == (
        "a.csv, row 2: no skill is called 'Wiresharc'. Did you mean Wireshark?",
        "a.csv, row 3: the course has no name.",
    )


def test_a_list_of_courses_without_its_columns_is_refused(known):
    with pytest.raises(SheetError, match='no column "skills"'):
        courses.read(b"course,skill\nOps,Linux", "a.csv", known)


def test_peers_show_what_the_others_have_open(known):
    students = stand(
        known, S1=reading(windows=2), S2=reading(windows=2), S3=reading(networking=2), S4=reading(networking=2)
    )

    made = peers.groups(students, size=2)

    assert sorted(student for one in made for student in one.student_ids) == ["S1", "S2", "S3", "S4"]
    for one in made:
        assert {"windows" in one.examples[student] for student in one.student_ids} == {True, False}


@pytest.mark.parametrize("count", range(2, 12))
@pytest.mark.parametrize("size", [2, 3, 4, 5])
def test_every_group_has_two_to_five_students(count, size, known):
    students = stand(known, **{f"S{place:02}": reading() for place in range(count)})

    made = peers.groups(students, size)

    assert sorted(student for one in made for student in one.student_ids) == [one.student.id for one in students]
    assert all(2 <= len(one.student_ids) <= 5 for one in made)


def test_a_group_of_one_is_refused(known):
    with pytest.raises(RequestError, match="2 to 5 students, not 1"):
        peers.groups((), size=1)


def test_the_sessions_stand_in_a_table_with_who_should_come(students, known):
    offers = (*session_offers.clinics(students, 2), *session_offers.labs(students, known, 8))
    plan = sessions.choose(offers, SessionLimits(3, 8, 10), open_before=sum(len(one.report.open) for one in students))

    rows = session_tables.sessions(plan, known)

    assert list(rows["demands_closed"]) == [one.closed for one in plan.sessions]
    assert rows["demands_closed"].sum() == plan.closed
    assert set(rows["attend"].str.split(", ").sum()) <= {"S1", "S2", "S3"}
    assert all(rows["skills"])


def test_a_lab_stands_in_the_calendar_after_the_lab_it_builds_on():
    basics, more = offer("z-basics", {"S1": 1}), offer("a-more", {"S1": 5}, {"S1": ("z-basics",)})
    plan = sessions.choose([basics, more], SessionLimits(2, 3, 10), open_before=6)

    found = session_calendar.events(plan, first=date(2026, 9, 1))

    assert [(one.title, one.start.isoformat()) for one in found] == [
        ("z-basics", "2026-09-01"),
        ("a-more", "2026-09-08"),
    ]
    assert "S1" in found[0].note


def test_courses_and_groups_stand_in_tables(students, known):
    taught, _ = courses.read(b"course,skills\nOS 1,Windows\nCooking,Swift", "a.csv", known)
    found = courses.needs(groups.by_demand(students, 2), taught)

    needs = session_tables.course_needs(found, known).set_index("skill")
    by_course = session_tables.courses(taught, found, known).set_index("course")
    peer_groups = session_tables.peer_groups(peers.groups(students), known)

    assert tuple(needs.loc["Microsoft Windows"]) == ("2 of 3", "OS 1")
    assert "" in set(needs["courses"])
    assert tuple(by_course.loc["OS 1"]) == (1, "Microsoft Windows (2 of 3)")
    assert tuple(by_course.loc["Cooking"]) == (0, "")
    assert list(peer_groups["student"]) == ["S1", "S2", "S3"]
