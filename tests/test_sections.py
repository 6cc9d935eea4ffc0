"""Which lines of a resume open sections, and which only look as if they did."""

import pytest

from skillgap.model.resume import Document


@pytest.fixture
def kinds(extractor):
    """Kind of the section in which each word of a text stands, and the headings, by the text."""

    def read(text):
        outline = extractor.extract(Document("a.txt", text)).outline
        found = {text[part.start : part.end].split("\n")[0]: part.kind for part in outline.sections}
        return found, [text[start:end] for start, end in outline.headings]

    return read


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Top Skills", "skills"),
        ("Hard Skill", "skills"),
        ("Skills (out of five)", "skills"),
        ("Additional", "other"),
        ("Mechanical Design Experience", "experience"),
        ("Awards & Certificates", "activities"),
        ("Courses, Certifications", "coursework"),
        ("Programs, Tools, Software", "skills"),
        ("Projects      Education", "education"),
        ("Projects Skills", "skills"),
        ("EducationalBackground", "education"),
        ("Accomplishments", "activities"),
        ("Vocational Interests", "interests"),
        ("Own projects", "projects"),
        ("> Own games", "projects"),
        ("2. Academic Projects", "projects"),
        ("1. Employment", "experience"),
    ],
)
def test_a_heading_opens_its_section_by_its_looks_and_its_head(kinds, heading, kind):
    found, headings = kinds(f"Ann Lee\nann@example.com\n{heading}\n- First thing of many, 2024\n")

    assert headings == [heading]
    assert found[heading] == kind


@pytest.mark.parametrize("word", ["skills.", "projects.", "training.", "languages.", "modules.", "strengths."])
def test_the_last_word_of_a_wrapped_sentence_opens_nothing(kinds, word):
    _, headings = kinds(
        f"EXPERIENCE\nTutor, 2024 - 2025\n- Showed thirty new staff how to improve their\n{word}\n- Ran Nmap\n"
    )

    assert headings == ["EXPERIENCE"]


def test_small_letters_open_a_section_where_no_sentence_runs_on(kinds):
    assert kinds("ann lee\n\nskills\npython, sql\n\nprojects\nchat app\n")[1] == ["skills", "projects"]


@pytest.mark.parametrize("item", ["Leadership", "Research", "Volunteering", "Communication Skills"])
def test_a_skill_in_a_list_with_one_item_a_line_is_an_item(kinds, item):
    assert kinds(f"SKILLS\nPython\nNegotiation\n{item}\nTeamwork\n\nEDUCATION\nBSc, 2025\n")[1] == [
        "SKILLS",
        "EDUCATION",
    ]


def test_the_same_word_above_what_was_done_is_a_heading(kinds):
    assert kinds("SKILLS\nPython\n\nLEADERSHIP\n- Chaired the chess club, 2024\n")[1] == ["SKILLS", "LEADERSHIP"]


@pytest.mark.parametrize("title", ["Volunteer", "Training", "Research"])
def test_a_title_between_its_dates_and_what_was_done_opens_nothing(kinds, title):
    text = f"Experience\nHarbour Museum\nMar 2023 - Jul 2023\n{title}\n- Labelled the archive.\n"

    assert kinds(text)[1] == ["Experience"]


def test_highlights_of_a_job_belong_to_it_and_highlights_of_a_person_are_skills(kinds):
    job = "EXPERIENCE\nClerk, Corner Shop, 2022 - 2023\nHighlights\n- Moved the whole stock list of the shop to Excel\n"
    person = "Ann Lee\nHighlights\nPatient\nExcel\n"

    assert kinds(job)[1] == ["EXPERIENCE"]
    assert kinds(person)[0]["Highlights"] == "skills"


def test_labels_at_the_left_open_sections_where_no_line_does(kinds):
    text = (
        "Ann Lee\n\nExperience   Clerk, Corner Shop   2022 - 2023\n- Kept the stock list\n\n"
        "Education   BSc Physics, 2025\n\nTechnical   Python, Excel\nSkills   Linux\n"
    )
    found, headings = kinds(text)

    assert headings == ["Experience", "Education", "Technical", "Skills"]
    assert list(found.values()) == ["top", "experience", "education", "skills"]


def test_a_labelled_line_is_a_section_where_nothing_is_done(kinds):
    text = "EDUCATION\nBSc Physics, 2025\nADDITIONAL\nComputer Skills: Excel, Linux,\nPython\nAwards won by the team\n"
    found, _ = kinds(text)

    assert list(found.values()) == ["education", "other", "skills", "other"]


def test_what_a_job_used_stays_with_the_job(kinds):
    assert "skills" not in kinds("EXPERIENCE\nClerk, 2022 - 2023\nSkills: Excel, Linux\n")[0].values()


def test_a_bulleted_word_among_bullets_is_no_heading(kinds):
    assert kinds("ABOUT\n\u2022 Quick learner\n\u2022 Projects\n\u2022 Tools\n")[1] == ["ABOUT"]


DEED = "Mapped where tenant data is kept and wrote the record of it"


@pytest.mark.parametrize("heading", ["Governance work", "ANDROID", "Studio"])
def test_a_title_above_text_opens_a_part_although_nobody_knows_it(kinds, heading):
    found, _ = kinds(f"Ann Lee\nLeeds, 07700 900000\n\n{heading}\n{DEED}\n\nSkills\nExcel\n")

    assert found == {"Ann Lee": "top", heading: "other", "Skills": "skills"}


@pytest.mark.parametrize(
    "text",
    [
        f"Software Engineer\n{DEED}",  # what somebody is
        "Leeds North\n12 High Street, 07700 900000",  # where somebody lives
        f"Work with data, 2025\n{DEED}",  # an entry
        f"Governance work\n\n{DEED}",
    ],
)
def test_other_short_lines_open_nothing(kinds, text):
    assert kinds(f"Curriculum vitae\nAnn Lee\nann@example.org\n\n{text}\n")[1] == []


def test_a_name_below_the_kind_of_document_opens_nothing(kinds):
    assert kinds(f"CURRICULUM VITAE\n\nANN LEE\n{DEED}\n")[1] == []


def test_capitals_before_a_dash_say_what_the_line_is_about(kinds):
    found, headings = kinds("Ann Lee\n\nINTERNSHIP - city council, 5 months\nPatched 40 servers\n\nSKILLS\nDocker\n")

    assert headings == ["INTERNSHIP", "SKILLS"]
    assert list(found.values()) == ["top", "internships", "skills"]


def test_a_name_in_small_letters_before_a_dash_opens_nothing(kinds):
    assert kinds("Ann Lee\n\nPROJECTS\nWork - a game about an office, 2025\n")[1] == ["PROJECTS"]


@pytest.mark.parametrize("gap", ["\t", "     "])
def test_labels_with_a_colon_and_a_wide_gap_open_their_sections(extractor, gap):
    rows = (
        f"Experience:{gap}Help desk assistant, Initech, May 2024 - Aug 2024",
        f"{gap}Reset passwords in Active Directory",
        f"Skills:{gap}Python, SQL",
    )
    found = extractor.extract(Document("a.txt", "Ann Lee\n" + "\n".join(rows))).mentions

    assert {one.skill_id: one.section for one in found} == {
        "help-desk": "experience",
        "password-resets": "experience",
        "active-directory": "experience",
        "python": "skills",
        "sql": "skills",
    }
