"""The words by which a job posting is read: headings, boilerplate, wishes, levels and hard screens.

Every entry is a pattern without regard to case, read against text whose quotes and dashes are made plain. All gaps
are bounded, so that reading stays linear in the length of the text.
"""

import re
from typing import Final, Literal

Kind = Literal["title", "firm", "benefits", "equality", "apply", "facts", "duties", "required", "preferred", "open"]
"""What a part of a posting is about; "open" where no heading says."""

PLAIN: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " ", "\u202f": " ", "\t": " "}) | {
    ord(dash): "-" for dash in "‐‑‒–—−"
}
"""One character for one, so that offsets stay."""


def words(*patterns: str) -> re.Pattern[str]:
    """A pattern that finds any of the ``patterns`` as whole words, in any case."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


# fmt: off
HEADINGS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    ("equality", words(
        r"equal(?:ity)?(?: employment)? opportunit(?:y|ies)", "eeo", "equality", "diversity", "inclusion", "inclusive",
        "accommodations?", "accessibility", r"reasonable adjustments?", "privacy", "disclaimer", "legal",
        "our commitment", "e-verify",
    )),
    ("preferred", words(
        r"preferred(?! candidate)", r"(?:nice|good|great)[- ]to[- ]haves?", r"nice[- ]to", "bonus(?: points| skills)?",
        r"desirables?", r"desired(?! candidate| profile)", "optional", "ideally", "extra credit",
        r"(?:a|big|definite) plus", r"plus(?:es)? if", "added advantage", r"advantageous",
        r"(?:set you apart|sets you apart|stand out)", r"(?:brownie|plus) points", "would be great", "even better if",
    )),
    ("apply", words(
        r"how to apply", r"to apply", "application process", "apply now", "next steps?",
        r"(?:interview|selection|hiring|recruitment) (?:process|rounds?|procedure)", r"contact(?: us| details)?",
        "application deadline", "closing date", r"last date", r"applications?",
    )),
    ("facts", words(
        r"(?:work |job |office )?location", "duration", "start(?:ing)? date", "working hours", "work mode", "hours",
        "job type", "employment type", "joining", "place of work", "number of openings", "contract type", "schedule",
        "key facts",
    )),
    ("benefits", words(
        "benefits?", "perks?", "compensation", "salary", "stipend", "pay", "rewards?", r"(?:what )?we offer",
        r"what's in it for you", r"what you(?:'ll| will)? (?:get|gain|learn|receive)",
        r"you(?:'ll| will) (?:get|gain|learn|receive)", "why (?:join )?us", r"why (?:join|work)", "learning outcomes",
        "in return", "remuneration", "our offer",
    )),
    ("duties", words(
        r"(?:key |core |main |your |job |role |day-to-day )?(?:responsibilit(?:y|ies)|duties"
        r"|accountabilities|tasks)",
        r"what (?:you(?:'ll| will)(?: be)?|you) (?:do|doing|work(?:ing)? on|build)",
        r"(?:about|in) (?:the|this) (?:role|job|position|internship|opportunity|placement|project)",
        r"(?:the|your) (?:role|job|position|opportunity|internship|placement|work|mission|challenge|project)",
        "job (?:description|summary|purpose)", r"position (?:summary|overview)", "role (?:overview|summary|purpose)",
        r"you(?:'ll| will)(?: be)?$", "responsible for", r"intern(?:s)? will(?: be)?",
        "(?:our |the )?tech(?:nology|nical)? stack", "stack", "day to day", "a typical (?:day|week)", "overview",
    )),
    ("required", words(
        r"(?:requirements?|required|requires)", "qualifications?", "must[- ]haves?", "must(?: be)?", "essentials?",
        "eligibility", "prerequisites?", "criteria",
        r"what (?:we're|we are|we) (?:looking for|look for|need|expect|want)",
        r"(?:we're|we are) (?:looking for|seeking)", r"what you(?:'ll| will)? (?:need|bring|have)",
        r"who (?:you are|we're looking for|we are looking for|can apply|should apply)", r"about you",
        r"you (?:have|are|should|need|must|bring|know)", r"you'll (?:need|have|bring)",
        r"you will (?:need|have|bring)", "you(?:'ve| have) got",
        r"(?:candidate|ideal|your) (?:profile|candidate|background|experience)", "ideal candidate",
        r"person specification",
        r"(?:technical |key |core |it |your |computer |hard |soft )*(?:skills?|skill ?set|competenc(?:y|ies)"
        r"|knowledge)",
        "experience", "education", "expectations", "candidates? (?:should|must|will)",
        r"desired (?:candidate )?profile", r"preferred candidate profile", "applicants? (?:should|must)",
    )),
    ("firm", words(
        r"the (?:organi[sz]ation|company|firm|business|employer)",
        r"about (?:us|the (?:company|firm|team|organi[sz]ation|business|group|employer))", "who we are",
        r"(?:our|the|company) (?:company|mission|story|values|culture|team|vision|profile|background|purpose)",
        r"company overview", "company description", r"life at", "what we do", "our people",
    )),
)
"""Kind -> wordings that open it; the first kind that fits names the part."""
ABOUT_NAME: Final = re.compile(
    r"(?:about|About|ABOUT) (?!the\b|you\b|this\b)[A-Z0-9][\w.&'-]*(?: [A-Z0-9&][\w.&'-]*){0,4}"
)
"""A heading that introduces the firm by its name ("About Larkspur Labs")."""
GLUE: Final = frozenset({
    "a", "an", "the", "our", "your", "you", "we", "and", "or", "of", "for", "in", "to", "at", "on", "with", "what",
    "who", "be", "is", "are", "if", "but", "not", "this", "it", "ll", "key", "core", "main", "minimum", "basic",
    "additional", "other", "general", "relevant", "skills", "skill", "qualifications", "qualification",
    "requirements", "requirement", "experience", "knowledge", "criteria", "attributes", "technical", "professional",
    "academic", "educational", "job", "role", "position", "internship", "intern", "candidate", "profile", "summary",
    "section", "details", "information", "statement", "employer", "us", "offer", "looking", "need", "needed",
    "required", "essential", "abilities", "ability", "competencies", "extras", "points", "following", "also",
    "policy", "notice", "date", "time", "responsibilities", "benefits", "perks", "compensation", "stipend",
    "location", "duration", "description", "overview", "behaviours", "roles", "duties", "education", "strengths",
    "success", "personal",
})
"""Words that may stand beside a wording in a heading that no mark sets off."""

SENTENCES: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    ("equality", words(
        r"equal[- ]opportunit(?:y|ies)", r"equal employment", r"without regard to",
        r"regardless of (?:race|age|gender|background|your|their|sex)", r"do(?:es)? not discriminate",
        r"gender identity", r"sexual orientation", r"protected (?:veterans?|characteristics?|class(?:es)?|status)",
        r"reasonable (?:accommodations?|adjustments?)", r"national origin", r"disability confident", "e-verify",
        r"diverse (?:and inclusive|(?:\w+ )?(?:team|workforce|environment|workplace))",
        r"diversity", r"from all (?:backgrounds|sections)", r"privacy (?:notice|policy)",
        "under-?represented", "drug-free workplace",
    )),
    ("apply", words(
        r"(?:send|submit|email|e-mail|upload|attach|share|forward|post) (?:us )?(?:your|their"
        r"|a|an) (?:[\w-]+ ){0,2}?(?:cv|resume|application|r.sum.|cover letter|portfolio)",
        r"apply (?:by|via|at|through|now|online|here|before|on|using)",
        r"(?:click|use) the (?:apply|link|button|form)",
        r"applications? (?:close|are reviewed|will be|must be received|received)", r"shortlisted", r"cover letter",
        r"closing date", "online assessment", r"(?:interview|selection|hiring|recruitment) process", r"last date",
        r"walk[- ]in", "drop (?:us )?(?:your|a) (?:cv|resume|line)",
    )),
    ("benefits", words(
        r"we (?:also )?offer",
        r"(?:competitive|monthly|annual|hourly|generous) (?:salary|stipend|pay|rate|wage|bonus)", r"stipend(?: of|:)",
        r"(?:health|dental|medical|life) (?:insurance|cover|care)", r"paid (?:time off|holidays?|leave)",
        r"annual leave", r"days' holiday", "401\\(?k\\)?", "pension",
        r"free (?:lunch|lunches|snacks|food|fruit|meals|coffee)", r"certificate of (?:completion|internship)",
        r"letter of recommendation", r"pre-placement offer", "ppo", r"perks", r"gym", r"cycle to work",
        r"(?:salary|pay)(?: range)?(?: is|:)", r"[$£€₹] ?\d[\d,.]*[k]?", r"\d+(?:,\d+)? ?/- ?", "benefits include",
        "learning budget", "training budget",
    )),
)
"""Sentences that are boilerplate wherever they stand."""
FIRM: Final = words(
    r"(?:we are|we're|is|are) (?:a|an|the|one of the) (?:[\w-]+,? ){0,4}(?:company|firm|start-?up|provider"
    r"|leader|bank|consultancy|agency|organi[sz]ation|charity|team|business|studio|platform|insurer|retailer"
    r"|non-profit|maker|manufacturer|group|institute)",
    r"(?:founded|established|headquartered|incorporated) (?:in|by)",
    r"our (?:mission|vision|clients|customers|products?|platform|values|culture|story)",
    r"(?:leading|fast-growing|fastest-growing|award-winning|world-class)",
    r"we (?:build|make|help|provide|deliver|serve|power|run|create|develop|believe)",
    r"offices in", r"trusted by",
    r"(?:employees|people) (?:across|in|worldwide)", r"powers? (?:the|our|over)", r"customers (?:use|rely|include)",
    r"partners? (?:of|include|with)",
)
"""Sentences about the firm, where no heading says what the part is and the reader is not spoken to."""
SPOKEN_TO: Final = words(
    "you", "your", "you'll", "you've", "you're", r"interns?", r"candidates?", r"applicants?", "students?",
    r"trainees?", "must", "required?", "preferred", "should", "looking for", "seeking",
)

MUST: Final = words(
    "must", "required", "requires?", "mandatory", r"essential", r"needs? to (?:know|have|be)",
    r"you(?:'ll| will)? need", "have to", r"prerequisites?", "non-negotiable", r"minimum", "compulsory",
)
ASKS: Final = words(
    r"(?:experience|experienced|skills?|skilled|background|expertise|grounding|coursework|proficient"
    r"|proficiency|fluent|competen(?:t|ce)|knowledgeable|trained) (?:with|in|of|using|on|at)",
    r"(?:knowledge|understanding|command|grasp|awareness|experience|familiarity) (?:of|with|in)", r"familiar with",
    "exposure to", "comfortable (?:with|using|in|writing|working)",
    r"you (?:know|have|are|should|can|like|enjoy|bring|understand)", "you've", "you're", r"ability to", "able to",
    r"looking for", r"seeking", "should", "hands-on", r"candidates? (?:with|who)", "skills?", "ideal candidate",
    "conversant (?:with|in)", "well[- ]versed", r"we (?:need|want)", "good at", "we expect", "qualifications?",
)
"""Wordings that ask something of the applicant, where no heading says so."""
OPENS: Final = re.compile(
    r"\W{0,4}(?:(?:an?|strong|good|solid|basic|excellent|working|prior|some|hands-on|proven|\d\+? years?|of) ){0,4}"
    r"(?:[\w+#/.-]{1,20} )?(?:experience|knowledge|understanding|proficien(?:t|cy)|familiar(?:ity)?|ability|skills"
    r"|exposure|expertise|background)\b",
    re.IGNORECASE,
)
"""How an ask opens, where duties open with a verb."""
ASKING_HEAD: Final = re.compile(r"(?:what|who|why|how|ways|things)\b", re.IGNORECASE)
"""How a heading without marks may open, whatever other words it holds."""
OFFERS: Final = words(
    r"you(?:'ll| will) (?:also )?(?:learn|gain|get (?:to|exposure|hands-on|experience|trained)|pick up"
    r"|receive|be (?:trained|taught|introduced|exposed))",
    r"gain (?:hands-on |practical |real )?(?:experience|exposure|knowledge)",
    r"(?:chance|opportunity|opportunities) to (?:learn|gain|pick up)", r"training (?:in|on) ",
    r"(?:we(?:'ll| will)|will) (?:teach|train) you", "learn (?:about|how to)", r"get (?:trained|exposure|hands-on)",
)
"""What is taught on the job, so not asked for."""

WISH_AFTER: Final = words(
    r"(?:a|an|added|big|definite|huge|strong|real|nice|considered a) (?:big |definite |huge |strong |real |added "
    r"|nice |great |distinct |clear )?(?:plus|bonus|asset|advantage(?! of)|extra)",
    r"added advantage", "preferred", "desirable", "desired", "advantageous", r"(?:nice|good|great)[- ]to[- ]have",
    r"(?:is|are|be|also) (?:beneficial|helpful|useful|welcome|appreciated|optional|nice|great|good|valued)",
    "optional", r"plus points?", "not essential", "ideally", "preferably", "beneficial",
)
"""Wishes that speak of what stands before them."""
WISH_BEFORE: Final = words(
    r"(?:bonus|plus|extra|brownie) points? (?:for|if)", r"(?:a )?bonus(?: if|:| for)", "ideally", "preferably",
    r"preferred(?: \w+){0,3}:",
    r"prefer(?:ence)?(?: (?:is|will be))?(?: given)? (?:to |for )?(?:candidates?|those|students|people"
    r"|someone|applicants)",
    r"(?:nice|good|great)[- ]to[- ]haves?(?: \w+){0,2}:", "desirable:", "desired:", "a plus:",
    r"(?:it|we)(?:'s| is|'d| would)? (?:be )?(?:great|nice|good|love|a plus|a bonus|helpful|even better"
    r"|an advantage) (?:if|it if|to see)",
    "we'd love",
    r"(?:willing|willingness|eager|eagerness|keen|ready|readiness|open|desire|want|hunger) to (?:learn"
    r"|pick up|explore)",
    r"interest(?:ed)? in learning", "optional(?:ly)?:?", "not required but", r"plus if you",
)
"""Wishes that speak of what follows them."""
NOT_NEEDED: Final = words(
    r"(?:(?:is|are|was) )?(?:not|isn't|aren't) (?:at all |strictly |absolutely )?(?:a |an )?(?:required"
    r"|needed|necessary|mandatory|essential|must|expected|requirement|prerequisite)",
)
NO_NEED: Final = words(
    r"no need (?:to|for)", r"(?:do not|don't|won't|will not|needn't)(?: have to| need)(?: to)?(?: know| have)?",
    r"(?:do not|don't) (?:use|expect|require)", "unlike", "rather than", "instead of",
)
DENIAL: Final = re.compile(
    r"\b(?:no|without)\b(?P<what>[^.;,\n]{0,80}?)\b(?:is |are )?(?:needed|required|necessary|expected|assumed)\b",
    re.IGNORECASE,
)
BREAKS: Final = re.compile(
    r"(?P<hard>;|\b(?:but|while|whereas|however|although)\b)|(?P<comma>,(?:\s*(?P<joint>and|or|with|plus)\b)?)|(?P<closed>\b(?:and|or)\b)"
    r"|(?P<must>\b(?:must|required|need|needed|should|mandatory|essential|you know|you have)\b)",
    re.IGNORECASE,
)
"""Where one clause may end and another begin."""

BASIC: Final = words(
    "basics?", r"familiar(?:ity)?", r"exposure", "some", r"aware(?:ness)?", r"beginner(?:'s)?(?:[- ]level)?",
    r"introductory", r"elementary", r"fundamentals?", r"rudimentary", r"interest(?:ed)?", r"curious|curiosity",
    r"passion(?:ate)?", "entry[- ]level",
    r"(?:willing|willingness|eager|eagerness|keen|ready|open|desire|want) to (?:learn|explore)", "conceptual",
    "foundational", "limited", "a little", "heard of", "0 ?(?:-|to) ?[12] (?:years?|yrs?)(?: of)?", "academic",
)
STRONG: Final = words(
    "strong", "expert(?:ise)?(?! systems?)", "advanced", "in-depth", "deep(?! learning)", "extensive", "mastery",
    "very good", "excellent", "outstanding", "expert-level", "highly (?:proficient|skilled)", "thorough",
    r"(?<!-)(?<!to )(?:[1-9]|1\d)(?: ?\+| plus)? ?(?:(?:-|to) ?\d{1,2} ?\+? ?)?(?:years?|yrs?)(?:'| of)?",
)
NEUTRAL: Final = re.compile(
    r";|\bbut\b|\b(?:knowledge|experience|understanding|proficien(?:t|cy)|working|ability|able|hands-on|comfortable"
    r"|skilled|good|solid)\b",
    re.IGNORECASE,
)
"""Where the sway of a level's wording ends, once a skill has been named under it."""
BEHIND: Final = re.compile(
    r"[ ]?[-:(\[]{0,2}[ ]?(?:at )?(?:(?P<basic>basics?|fundamentals?|beginner|basic level|concepts basics|a little)|"
    r"(?P<strong>advanced|expert|strong|[1-9]\d?(?: ?\+)? ?(?:years?|yrs?)))\b"
    r"(?! (?:\w+ )?(?:skills?|knowledge|understanding|experience|grasp)\b)",
    re.IGNORECASE,
)
"""A level's wording right behind a name ("SQL (advanced)", "Python basics")."""
WITHIN: Final = words("basics?", "fundamentals?")
CUSTOMARY: Final = words(
    r"(?:\w+ ){0,2}communicat\w+(?: skills)?", r"interpersonal(?: skills)?", r"problem[- ]solv\w+",
    r"analytical(?: \w+)?", r"team ?work\w*", r"team[- ]player", "collaborat\\w+", "leadership", "time management",
    r"organi[sz]ation\w*(?: skills)?", r"attention to detail", "presentation(?: skills)?", "work ethic",
    r"critical thinking", "adaptab\\w+", r"(?:\w+ )?written(?: \w+)*", "verbal(?: \\w+)*",
)
"""Skills that nearly every posting calls strong or excellent: a manner of speaking, no level."""
DEGREE: Final = words(
    r"bachelor(?:'?s)?", r"master'?s(?: degree)?", r"ph\.?d",
    r"(?-i:B\.?\s?Tech|B\.E\.?|BE|BCA|MCA|B\.?\s?Sc|BSc|BEng|MEng|MSc|M\.?\s?Tech|B\.?S\.?|M\.?S\.?|BS/MS|BA|HND"
    r"|A-levels?)(?:\.|\b)",
    "undergraduates?",
    r"(?:associate'?s?|foundation|university|college|honours|relevant|stem|technical|engineering|science) degree",
    r"degree", "diploma", r"postgraduates?", r"graduates?(?! (?:scheme|programme))", "enrolled (?:in|at|on)",
)
