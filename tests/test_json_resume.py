"""JSON Resume, out and in: the fields of the format, nothing invented, and the same skills on the way back."""

import json
from datetime import date

import pytest
from conftest import FIXTURES, ROOT

from skillgap import documents, pipeline, workspace
from skillgap.errors import DocumentError
from skillgap.export import json_resume
from skillgap.model.resume import Document
from skillgap.workspace import SavedVersion, Workspace

TODAY = date(2026, 11, 24)
RESUME = """Ann Example
ann@example.com | +44 20 7946 0134 | github.com/ann-example | www.ann.example.org

SUMMARY
Second-year student who is learning Kubernetes.

EXPERIENCE
Support Technician, Example Ltd, June 2025 - Present
- Reset 40 accounts in Active Directory
- Imaged 12 laptops

PROJECTS
Weather station, 2024
- Wrote the logger in Python

VOLUNTEERING
Web editor | Youth club | 03/2023 - 05/2023
- Mended the WordPress pages

EDUCATION
BSc Computing, Example University, September 2024 - June 2027
Courses: Computer networks, Databases
CCNA - pursuing (expected May 2027)

SKILLS
Docker, Leadership, Git

CERTIFICATIONS
CompTIA A+, 2025
CompTIA Network+, expired
"""
FULL = {
    "basics": {
        "name": "Ann Example", "label": "Student", "email": "ann@example.com", "phone": "555-0134",
        "location": {"city": "Leeds", "countryCode": "GB"}, "summary": "Likes Linux.\nFixes things.",
        "profiles": [{"network": "GitHub", "url": "https://github.com/ann-example"}],
    },
    "work": [{"name": "Example Ltd", "position": "Technician", "startDate": "2025-06-01", "summary": "Help desk.",
              "highlights": ["Reset accounts in Active Directory"]}],
    "volunteer": [{"organization": "Youth club", "position": "Editor", "startDate": "2023", "endDate": "2023"}],
    "education": [{"institution": "Example University", "area": "Computing", "studyType": "BSc",
                   "endDate": "2027-06", "score": "3.6", "courses": ["Databases"]}],
    "skills": [{"name": "Databases", "level": "Beginner", "keywords": ["MySQL", "SQLite"]}, {"name": "Docker"}],
    "projects": [{"name": "Lamp", "description": "A lamp.", "highlights": ["Wrote it in Python"],
                  "keywords": ["MQTT"]}],
    "certificates": [{"name": "CompTIA A+", "issuer": "CompTIA", "date": "2025-03-01"}],
    "languages": [{"language": "English", "fluency": "Native"}],
    "awards": [{"title": "Prize", "date": "2024-11"}],
    "publications": [{"name": "Notes", "releaseDate": "2024"}],
    "interests": [{"name": "Chess"}],
    "references": [{"name": "Tom", "reference": "Good."}],
    "x-unknown": [{"name": "Java"}],
}  # fmt: skip
FULL_TEXT = """Ann Example
Student
ann@example.com | 555-0134 | https://github.com/ann-example | Leeds

Summary
Likes Linux.
Fixes things.

Experience

Technician, Example Ltd, Jun 2025 - Present
Help desk.
- Reset accounts in Active Directory

Projects

Lamp
A lamp.
- Wrote it in Python
Tools: MQTT

Volunteering

Editor, Youth club, 2023

Education

BSc in Computing, Example University, Jun 2027
Grade: 3.6
Courses: Databases

Skills
- Databases (Beginner): MySQL, SQLite
- Docker

Certifications
- CompTIA A+, CompTIA, Mar 2025

Languages
English, Native

Awards
Prize, Nov 2024

Publications
Notes, 2024

Interests
Chess

References
Tom, Good.
"""


@pytest.fixture
def interpreted(extractor, known):
    def make(text, name="ann.txt"):
        return pipeline.interpret(Document(name, text), extractor, known, today=TODAY)

    return make


@pytest.fixture
def exported(interpreted, known):
    return json.loads(json_resume.render(interpreted(RESUME), known))


def held(reading):
    return {skill.skill_id for skill in reading.profile.skills}


def test_what_was_read_stands_in_the_fields_of_the_format(exported):
    assert exported["basics"] == {
        "name": "Ann Example",
        "email": "ann@example.com",
        "phone": "+44 20 7946 0134",
        "url": "www.ann.example.org",
        "summary": "Second-year student who is learning Kubernetes.",
        "profiles": [{"network": "GitHub", "url": "github.com/ann-example"}],
    }
    assert exported["work"] == [
        {
            "position": "Support Technician",
            "name": "Example Ltd",
            "startDate": "2025-06",
            "highlights": ["Reset 40 accounts in Active Directory", "Imaged 12 laptops"],
        }
    ]
    assert exported["volunteer"] == [
        {
            "position": "Web editor",
            "organization": "Youth club",
            "startDate": "2023-03",
            "endDate": "2023-05",
            "highlights": ["Mended the WordPress pages"],
        }
    ]
    assert exported["projects"][0]["name"] == "Weather station"
    assert exported["education"][0] == {
        "studyType": "BSc Computing",
        "institution": "Example University",
        "startDate": "2024-09",
        "endDate": "2027-06",
        "courses": ["Computer networks", "Databases"],
    }


def test_skills_are_those_the_resume_shows_and_certificates_say_when_they_have_expired(exported):
    names = [one["name"] for one in exported["skills"]]

    assert {"Docker", "Python", "Active Directory"} <= set(names)
    assert "Kubernetes" not in names
    assert all(one["keywords"] for one in exported["skills"])
    assert [one["name"] for one in exported["certificates"]] == ["CompTIA A+", "CompTIA Network+ (expired)"]


def test_what_was_not_read_is_left_out(interpreted, known):
    found = json.loads(json_resume.render(interpreted("SKILLS\nPython"), known))

    assert set(found) == {"$schema", "skills"}


def test_an_export_read_again_shows_the_same_skills(interpreted, known):
    first = interpreted(RESUME)
    again = interpreted(documents.read(json_resume.render(first, known), "resume.json").text)

    assert held(again) == held(first)
    assert json_resume.render(first, known) == json_resume.render(interpreted(RESUME), known)


def test_nearly_every_resume_of_the_tests_keeps_its_skills_on_the_way_out_and_in(interpreted, known):
    folders = (ROOT / "tests" / "gold", ROOT / "data" / "samples", FIXTURES / "resumes")
    paths = [path for folder in folders for path in sorted(folder.rglob("*.txt"))]
    lost = new = every = 0
    for path in paths:
        first = interpreted(path.read_text(encoding="utf-8"))
        again = interpreted(documents.read(json_resume.render(first, known), "resume.json").text)
        lost += len(held(first) - held(again))
        new += len(held(again) - held(first))
        every += len(held(first))

    assert len(paths) > 40
    assert lost == 0
    assert new <= 0.003 * every, f"{new} of {every}"


def test_every_field_of_the_format_is_read_as_a_resume_says_it():
    assert documents.read(json.dumps(FULL).encode(), "ann.json").text == FULL_TEXT
    assert documents.read(b"\xef\xbb\xbf" + json.dumps(FULL).encode(), "ann.txt").text == FULL_TEXT


def test_sections_dates_and_skills_of_such_a_file_are_read_as_from_any_other(interpreted):
    reading = interpreted(documents.read(json.dumps(FULL).encode(), "ann.json").text)

    assert {"active-directory", "python", "docker", "mysql", "comptia-a-plus"} <= held(reading)
    assert "java" not in held(reading)
    work = next(part for part in reading.outline.entries if part.kind == "experience" and part.period)
    assert (work.period.start, work.period.end) == (2025 * 12 + 5, None)


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("ann.json", b"{", "ann.json is no valid JSON"),
        ("ann.json", b"[" * 100_000, "ann.json is no valid JSON"),
        ("ann.json", b'{"a": ' + b"9" * 5000 + b"}", "ann.json is no valid JSON"),
        ("ann.json", b"[1, 2]", "ann.json is JSON, but no resume in the JSON Resume format"),
        ("ann.json", b'{"basics": 3, "work": "x", "skills": [1, null]}', "ann.json is JSON, but no resume"),
        ("ann.txt", b'{"name": "a"}', "ann.txt is JSON, but no resume"),
    ],
)
def test_json_that_is_no_resume_gets_one_sentence(name, data, sentence):
    with pytest.raises(DocumentError, match=sentence) as refused:
        documents.read(data, name)

    assert str(refused.value).count(". ") <= 1


def test_saved_work_is_recognised_and_named():
    saved = workspace.dump(Workspace(versions=(SavedVersion("ann.txt", "Python"),)))

    with pytest.raises(DocumentError, match=r"holds work that was saved in skillgap.*Continue from a saved file"):
        documents.read(saved, "skillgap-work.json")


def test_a_huge_file_is_cut_and_odd_values_say_nothing():
    many = {"skills": [{"name": f"Skill {number}", "keywords": "x"} for number in range(5_000)]}
    odd = {"basics": {"name": ["a"], "email": {"b": 1}, "summary": None, "label": True}, "skills": [{"name": "Git"}]}

    assert documents.read(json.dumps(many).encode(), "a.json").text.count("- Skill") == 500
    assert documents.read(json.dumps(odd).encode(), "a.json").text == "Skills\n- Git\n"
