"""Lists the files of ``data/lexicon/`` with their tables and fields.

A file has tables of four sorts:

    [words.months]                      # a closed list of words, with one line that needs it
    needs = "Starts in May."
    words = ["april", "may"]

    [wordings]                          # lists of wordings, each with the line that needs it
    must = [
        { find = "must|have_to", needs = "You must know SQL." },
    ]

    [terms]                             # sentences by name
    Role = "One kind of internship."

    [rules.no-email]                    # records of sentences
    title = "No e-mail address"
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

WORDS = "words"
"""Table of every file whose tables are closed lists of words."""
LIST_FIELDS = frozenset({"needs", "words"})
ENTRY_FIELDS = frozenset({"certificates", "find", "needs", "scope"})


class Entry(NamedTuple):
    """One wording of a list.

    Attributes:
        find: The wording, in the notation of ``patterns``.
        needs: An invented line in which it must be found, the reason for the entry.
        scope: Most words that it governs; 0 for the whole clause.
        certificates: Whether it counts only for certificates.
    """

    find: str
    needs: str
    scope: int = 0
    certificates: bool = False

    @property
    def limit(self) -> str:
        """The scope as a suffix of the list's name; empty for the whole clause anywhere."""
        return ".certificates" if self.certificates else f".{self.scope}" if self.scope else ""


@dataclass(frozen=True, slots=True)
class FileSchema:
    """The tables of one file.

    Attributes:
        words: Names of its closed lists of words.
        wordings: Table -> names of its lists of wordings; empty for any names.
        texts: Table of sentences -> their names; empty for any names.
        records: Table of records -> the fields of each record.
        keyed_by: Table of sentences -> the closed list that holds its names.
        hyphens: Whether a hyphen is part of a word in the texts that are searched.
        fixed: Whether each wording stands for phrases that can be listed.
    """

    words: tuple[str, ...] = ()
    wordings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    records: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    keyed_by: Mapping[str, str] = field(default_factory=dict)
    hyphens: bool = False
    fixed: bool = False

    @property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Table -> its allowed names; empty for any names."""
        closed = {WORDS: self.words} if self.words else {}
        return {**closed, **self.wordings, **self.texts, **dict.fromkeys(self.records, ())}


IN_ORDER = frozenset({"glossary.terms", "interview.grounds", "feedback_rules.rules"})
"""Tables in the order in which people see them; all others are sorted."""

FILES: Mapping[str, FileSchema] = {
    "activities": FileSchema(
        words=(
            "accounts", "backups", "behind", "cables", "crew", "databases", "devices", "docs", "learners",
            "meetings", "netgear", "not_done", "others", "parts", "public", "servers", "team", "tickets",
            "upset",
        ),
        wordings={"wordings": ()},
    ),
    "cohort": FileSchema(wordings={"signs": ("letters",)}, texts={"headings": ()}),
    "context": FileSchema(
        words=(
            "auxiliaries", "before_i", "certificate_course_behind", "certificate_planned",
            "certificate_studied", "certificate_study_behind", "clause_starts", "conditions",
            "course_nouns", "course_units", "denial_stems", "denials", "denied_nouns", "denied_verbs",
            "desired_verbs", "desires", "direct_denials", "finished", "intensifiers", "knowing",
            "labels_negated", "labels_wanted", "lacks", "likings", "main_subjects", "negative_answers",
            "not_a_lack", "of_a_course", "of_a_skill", "others", "phrase_ends", "phrase_openers", "present", "studies",
            "willing", "would",
        ),
        wordings={
            "clause": ("terminate",),
            "expected": ("backward", "forward"),
            "expired": ("backward", "forward"),
            "hedged": ("backward", "forward"),
            "held": ("forward",),
            "learning": ("backward", "forward", "pseudo"),
            "negated": ("backward", "forward"),
            "wanted": ("backward", "forward", "pseudo"),
        },
        fixed=True,
    ),
    "dates": FileSchema(
        words=("ahead", "between", "months", "now", "since", "units_month", "units_year", "used_with"),
        texts={"numbers": (), "seasons": ()},
    ),
    "disambiguation": FileSchema(
        words=(
            "basic_words", "behind_means", "everyday_names", "fillers", "label_joints", "label_rest", "label_words",
            "labels", "means", "page_words", "spoken", "title_small_words", "units", "used_labels", "uses", "works",
            "year_words",
        ),
        wordings={"phrases": ("ordinary",)},
        fixed=True,
    ),
    "evidence": FileSchema(words=("boasts", "offices", "person_endings")),
    "exclusions": FileSchema(
        words=(
            "after_titles", "asked_nouns", "before_employers", "before_first_names", "before_titles", "behind_nouns",
            "between_skills",
            "company_labels", "company_words", "company_words_after_at", "complement_articles",
            "course_labels", "deed_ends", "degrees", "degrees_after", "description_labels",
            "determiners", "exams", "firm_kinds",
            "firm_partners", "firm_small_words", "firm_verbs", "first_person", "indefinite_articles",
            "jobs", "jobs_or_deeds", "link_labels", "linking_verbs", "months_and_now", "others_by",
            "others_clause_ends", "others_did", "others_made", "others_many", "others_part", "others_who",
            "own_work", "passive_auxiliaries", "school_years", "subject_ends", "subject_firms",
            "subject_people", "subject_pronouns", "subject_systems", "subject_verbs", "system_made",
            "title_ends", "title_words", "titles", "vendors", "writer_as_agent",
        ),
        wordings={"phrases": ("customers", "held_titles", "others", "sought")},
        fixed=True,
    ),
    "feedback_rules": FileSchema(records={"rules": ("urgency", "title", "why", "advice")}),
    "feedback_words": FileSchema(
        words=(
            "abilities", "also_nouns", "endings", "joints", "lead_ins", "mail_hosts", "no_past", "noun_marks",
            "number_words", "object_marks", "site_names", "streets", "verbs",
        ),
        wordings={
            "signs": (
                "address_labels", "ahead", "courses", "denials", "education_signs", "first_person", "project_signs",
                "sends", "sites", "skills_line", "studying", "team_openings", "vague_openings",
            ),
            "wordings": (
                "closing_lines", "fillers", "personal", "plain_results", "self_deprecating", "weak_openings",
            ),
        },
        texts={"irregular": ()},
        keyed_by={"irregular": "verbs"},
        hyphens=True,
    ),
    "glossary": FileSchema(texts={"columns": (), "levels": ("0", "1", "2", "3"), "ratings": ("0", "1", "2", "3"),
                                  "terms": (), "tiers": ("core", "later", "next", "project", "soft")}),
    "interview": FileSchema(
        wordings={"signs": ("changed", "team")},
        records={"grounds": ("first", "second", "third")},
    ),
    "languages": FileSchema(
        words=(
            "Dutch", "English", "French", "German", "Indonesian", "Italian", "Polish", "Portuguese", "Spanish",
            "Swedish", "Turkish", "Vietnamese",
        ),
    ),
    "layout": FileSchema(
        words=(
            "before_names", "entry_small_words", "graded_columns", "heading_joints", "heading_small_words",
            "list_joints", "occupation_endings",
            "open_words", "page_joints", "page_titles", "page_words", "time_units",
        ),
    ),
    "postings": FileSchema(
        words=(
            "ages", "articles", "asked_nouns", "basic_behind", "choice_nouns", "clause_ends", "contrasts", "demands",
            "denials", "glue", "heading_openers", "heading_small_words",
            "joined_design", "joined_markup", "joint_heads", "joint_tails",
            "joints", "level_nouns", "needed", "neutral", "nth", "open_ends", "openers", "praise", "short_forms",
            "skill_kinds", "strong_behind", "tongues", "years",
        ),
        wordings={
            "documents": ("cover-letter", "portfolio", "references", "resume", "transcript", "work-sample"),
            "headings": ("apply", "benefits", "duties", "equality", "facts", "firm", "preferred", "required"),
            "screens": (
                "age", "class-year", "clearance", "degree", "gpa", "hours", "language", "licence", "place", "start",
                "subject", "work-permit",
            ),
            "sentences": ("apply", "benefits", "equality"),
            "wordings": (
                "about", "asks", "basic", "choices", "customary", "deadline", "examples", "firm", "must", "no_need",
                "not_needed", "offers", "spoken_to", "starts", "strong", "studies", "wish_after",
                "wish_before", "within",
            ),
        },
        texts={"places": ("duties", "offered", "preferred", "required", "title")},
    ),
    "quick_wins": FileSchema(
        words=("appliances", "figures", "folk", "gadgets", "sheets"),
        wordings={"lines": ()},
        texts={"sentences": ("ending", "listed")},
        records={"families": ("skills", "write")},
    ),
    "sections": FileSchema(
        words=(
            "activities", "certifications", "coursework", "education", "experience", "interests", "internships",
            "languages", "other", "projects", "references", "skills", "summary", "volunteering",
        ),
    ),
    "word_forms": FileSchema(
        words=("endings", "first_words", "function_words", "invariant_endings", "last_words"),
    ),
}  # fmt: skip
"""Name of a file without its ending -> its tables."""
