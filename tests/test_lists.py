"""Lists of skills: what stands in them is read or told, whatever its capitals, marks and columns."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.model.resume import Document

KNOWN = [
    "Python",
    "SQL",
    "Go",
    "R",
    "C",
    "C++",
    "Wireshark",
    "Node.js",
    "Active Directory",
    "Excel",
    "Swift",
    "Networking",
]
UNKNOWN = [
    "Frobnicator",
    "Qvantix",
    "Servers",
    "Front End",
    "H2",
    "Soap",
    "Kustura Forge",
    "Quality of Tea",
    "Kubernets",
]
SPOKEN = ["English", "Hindi", "Spanish"]


@pytest.fixture
def listed(extractor):
    """Skills and unchecked terms of a text."""

    def read(text):
        found = extractor.extract(Document("a.txt", text))
        return [one.skill_id for one in found.mentions], [one.surface for one in found.terms]

    return read


@settings(max_examples=200, deadline=None)
@given(
    items=st.lists(st.sampled_from([*KNOWN, *UNKNOWN, *SPOKEN]), min_size=2, max_size=8, unique=True),
    written=st.sampled_from([str, str.lower, str.upper]),
    separator=st.sampled_from([", ", "; ", " | ", "\t", " \u2022 ", "\n", "\n- "]),
    label=st.sampled_from(["", "Tools: "]),
)
def test_no_item_of_a_list_is_dropped_in_silence(extractor, items, written, separator, label):
    # "Servers" above "- Python" would be a label
    opening = separator.strip("\n") if "-" in separator else label
    text = f"Ann Lee\n\nSKILLS\n{opening}{separator.join(map(written, items))}\n"
    found = extractor.extract(Document("a.txt", text))
    told = [(one.start, one.end) for one in (*found.mentions, *found.terms)]

    at = text.index("SKILLS") + len("SKILLS")
    for item in map(written, items):
        at = text.index(item, at)
        spoken = item.capitalize() in SPOKEN
        assert spoken or any(start < at + len(item) and at < end for start, end in told), item
        at += len(item)


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("python, git, r, go", ["python", "git", "r", "go"]),
        ("PYTHON, GIT, GO", ["python", "git", "go"]),
        ("Git\tPython\nMS Excel\tR\tGo", ["git", "python", "excel", "r", "go"]),
        ("Git    Python    C", ["git", "python", "c"]),
        ("Linux \\ Python \\ Git", ["linux", "python", "git"]),
    ],
)
def test_short_names_are_read_in_any_capitals_and_columns(listed, text, skills):
    assert listed(f"SKILLS\n{text}\n") == (skills, [])


def test_a_short_word_in_small_letters_among_capitals_is_told_and_not_believed(listed):
    skills, terms = listed("SKILLS\nPython, Excel, Bash, go\n")

    assert "go" not in skills
    assert "go" in terms


@pytest.mark.parametrize("label", ["Tool used", "Languages used", "Software"])
def test_a_name_that_answers_a_label_is_read(listed, label):
    assert "r" in listed(f"PROJECTS\nShop survey, 2024\n{label}: R\n")[0]


def test_the_head_of_a_row_goes_to_every_member(listed):
    skills, _ = listed("EXPERIENCE\nTester, Globex, 2024 - 2025\n- Ran regression, usability and acceptance testing\n")

    assert skills == ["regression-testing", "usability-testing", "acceptance-testing"]


@pytest.mark.parametrize(
    "line", ["Java, Bash, Java Script", "Windows and Windows Server", "Oracle and Python scripting"]
)
def test_a_name_beside_a_longer_one_stays_what_it_is(listed, line):
    assert listed(f"SKILLS\n{line}\n")[0][0] in {"java", "windows", "oracle-database"}


def test_a_row_of_a_table_states_years_and_level(extractor):
    text = "Skills\nSkill\tYears\tLevel\nPython\t4\tExpert\nAnsible\t1\tBasic\nDocker\t0\tNone yet\n"
    found = extractor.extract(Document("a.txt", text))

    assert [(one.skill_id, one.assertion, one.stated, one.months, one.qualifier) for one in found.mentions] == [
        ("python", "held", "4 years", 48, ""),
        ("ansible", "held", "1 year", 12, "hedged"),
        ("docker", "negated", "", 0, ""),
    ]
    assert found.terms == ()


@pytest.mark.parametrize(
    ("item", "stated"),
    [("Ansible 2-4 years", "2-4 years"), ("Ansible since 2020", "since 2020"), ("Ansible: two months", "two months")],
)
def test_a_length_of_use_is_read_and_is_no_term(extractor, item, stated):
    found = extractor.extract(Document("a.txt", f"SKILLS\nWireshark, {item}, Python\n"))

    assert [one.stated for one in found.mentions] == ["", stated, ""]
    assert found.terms == ()


def test_a_list_under_a_heading_that_nobody_knows_is_not_shown_in_the_job_above(extractor):
    job = "EXPERIENCE\nClerk, Corner Shop, 2022 - 2023\n- Kept the stock list in Excel\n"
    found = extractor.extract(Document("a.txt", f"{job}My everyday kit\nPython, Bash, Docker, Ansible\nGit\n"))

    assert {one.skill_id: one.section for one in found.mentions if one.skill_id in {"excel", "docker", "git"}} == {
        "excel": "experience",
        "docker": "skills",
        "git": "skills",
    }


@pytest.mark.parametrize("label", ["Tools used", "Environment"])
def test_what_a_job_used_is_shown_in_it(extractor, label):
    job = "EXPERIENCE\nClerk, Corner Shop, 2022 - 2023\n- Kept the stock list in Excel\n"
    found = extractor.extract(Document("a.txt", f"{job}{label}\nPython, Bash, Docker, Ansible\n"))

    assert {one.section for one in found.mentions} == {"experience"}


@pytest.mark.parametrize("label", ["Quality & Teamwork", "Data & Analytics"])
def test_both_parts_of_a_label_name_what_follows(listed, label):
    assert listed(f"SKILLS\n{label}: Wireshark, Ansible\n") == (["wireshark", "ansible"], [])
