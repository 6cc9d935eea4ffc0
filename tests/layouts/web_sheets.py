"""What Chromium and WeasyPrint print."""

from parts import HEADINGS, LONG_HEADINGS, Manner, Region, Resume, Sheet, halves, pages, sidebar, single

RULED = "h2 { border-bottom: .7pt solid #555 }"
SIDE_LEFT = ".c0 { flex: 0 0 54mm } .c1 { flex: 1; min-width: 0 }"
SIDE_RIGHT = ".c1 { flex: 0 0 52mm } .c0 { flex: 1; min-width: 0 }"
EQUAL = ".col { flex: 1 1 0; min-width: 0 }"
COLOURED = "@page { margin: 0 } .c0 { background: #23445f; color: #fff; padding: 12mm 7mm; min-height: 296mm }"
RAIL = "section { display: grid; grid-template-columns: 34mm 1fr; margin-top: 9pt } h2 { margin: 0 }"
TIMELINE = """.entry { display: block } .entry .before { display: inline-block; width: 38mm; font-weight: normal }
.entry + ul, .place { margin-left: 38mm; border-left: 1pt solid #999; }"""
PRIVATE = """ul { list-style-type: none } li { text-indent: -10pt }
li::before { content: "\ue00a"; font-family: "OpenSymbol"; margin-right: 5pt }"""
HEAD_FOOT = "font: 8pt 'Liberation Sans'; width: 100%; margin: 0 15mm"


def bullets(mark: str) -> str:
    """CSS that sets the bullet."""
    return f'ul {{ list-style-type: "{mark}" }}'


def running(name: str) -> dict[str, object]:
    """Chromium's own header and page numbers."""
    return {
        "display_header_footer": True,
        "header_template": f'<div style="{HEAD_FOOT}; text-align: right">{name}, resume</div>',
        "footer_template": f'<div style="{HEAD_FOOT}">Page <span class="pageNumber"></span></div>',
    }


def margins(title: str) -> str:
    """CSS of a running header and page numbers."""
    small = 'font: 8pt "Liberation Sans"'
    return (
        f'@page {{ margin: 25mm; @top-left {{ content: "{title}"; {small} }}'
        f' @bottom-center {{ content: "Page " counter(page) " of " counter(pages); {small} }} }}'
    )


def grid_in_column(resume: Resume) -> tuple[Region, ...]:
    """The wide column first in the file, with the skills; the narrow one after it."""
    wide = resume.sections("profile", "skills", "jobs", "projects", "education")
    return Region((resume.name(),)), Region((wide, resume.sections("contact", "certifications", "languages")))


def chromium_sheets() -> list[Sheet]:
    """The sheets of Chromium."""
    return [*_chromium_single(), *_chromium_halves(), *_chromium_sidebars()]


def _chromium_single() -> list[Sheet]:
    def sheet(name: str, layout: str, resume: Resume, css: str, **look: object) -> Sheet:
        return Sheet(f"chromium-{name}", "Chromium", layout, single(resume), {"css": css, **look})

    support, quality = Resume("support"), Resume("quality", Manner(upper=True))
    rows = Resume("network", Manner(skills="rows"))
    table = PRIVATE + "td { border: .6pt solid #444 } body { text-align: justify }"
    return [
        sheet("ruled", "one column, dates flush right, ruled lines under headings, bullet •", support, RULED),
        sheet(
            "rail", "one column, label rail at left, dates flush right, bullet –", Resume("cloud"),
            RAIL + bullets("–  "),
        ),
        sheet("skill-table", "one column, skills in a ruled table, justified text, private-use bullets", rows, table),
        sheet(
            "skill-grid", "one column, skills in a borderless grid of three columns, bullet ➢",
            Resume("web", Manner(skills="cells")), bullets("➢  "),
        ),
        sheet(
            "timeline", "one column, timeline with dates at left, 8.5 pt type, bullet o",
            Resume("embedded", Manner(dates="before")), TIMELINE + "body { font-size: 8.5pt } " + bullets("o  "),
        ),
        Sheet(
            "chromium-running-header", "Chromium", "one column, several pages, running header and page numbers, 13 pt",
            single(quality),
            {"css": "@page { margin: 24mm 20mm } body { font-size: 13pt; line-height: 1.5 }",
             "print": running(quality.person.name)},
            (f"{quality.person.name}, resume", "Page"),
        ),
    ]  # fmt: skip


def _chromium_halves() -> list[Sheet]:
    own, narrow = Manner(place="own"), Manner(dates="line", place="own")
    upper = Manner(upper=True, place="own", headings=LONG_HEADINGS)
    spaced = ".c0 h2, .c1 h2 { letter-spacing: 3.5pt; font-size: 11pt } header { background: #dde6ee; padding: 5mm }"
    landscape = "@page { size: A4 landscape; margin: 12mm }"
    return [
        Sheet(
            "chromium-halves", "Chromium", "two equal columns, header band, letter-spaced headings by CSS",
            halves(Resume("support", upper)), {"css": EQUAL + spaced},
        ),
        Sheet(
            "chromium-landscape", "Chromium", "two equal columns, landscape page",
            halves(Resume("web", own)), {"css": landscape + EQUAL},
        ),
        Sheet(
            "chromium-hyphens", "Chromium", "two equal columns, justified text, hyphenated line ends by soft hyphens",
            halves(Resume("embedded", narrow)),
            {"css": EQUAL + "body { text-align: justify; font: 11.5pt/1.3 'Liberation Serif' }", "soft_hyphens": True},
        ),
        Sheet(
            "chromium-close-gutter", "Chromium", "two equal columns, narrow gutter, no bullets, dates flush right",
            halves(Resume("quality", own)), {"css": EQUAL + bullets("") + "ul { padding: 0 } .columns { gap: 3.5mm }"},
        ),
    ]  # fmt: skip


def _chromium_sidebars() -> list[Sheet]:
    own = Manner(place="own")
    bars = Resume("security", Manner(skills="bars", place="own"))
    return [
        Sheet(
            "chromium-sidebar-left", "Chromium", "two columns, coloured sidebar left with white text, skill bars",
            sidebar(bars, band=False),
            {"css": SIDE_LEFT + COLOURED + ".columns { gap: 0 } .c1 { padding: 12mm 9mm } .bar i { background: #9cf }"},
        ),
        Sheet(
            "chromium-sidebar-right", "Chromium", "two columns, sidebar right, icons before contact lines, bullet ▪",
            sidebar(Resume("data", own), "right"),
            {"css": SIDE_RIGHT + bullets("▪  ") + '.contact b { font-family: "DejaVu Sans" }', "icons": True},
        ),
        Sheet(
            "chromium-two-pages", "Chromium", "two columns over two pages, sidebar left",
            pages(Resume("cloud", own)), {"css": SIDE_LEFT + "body { font-size: 11.5pt; line-height: 1.5 }"},
        ),
        Sheet(
            "chromium-right-first", "Chromium", "two columns, sidebar left, the wide column written first, skills in a"
            " borderless grid of three columns in the wide column",
            grid_in_column(Resume("network", Manner(place="own", skills="cells"))),
            {"css": SIDE_RIGHT + ".columns { flex-direction: row-reverse }"},
        ),
    ]  # fmt: skip


def weasyprint_sheets() -> list[Sheet]:
    """The sheets of WeasyPrint."""
    return [*_weasyprint_single(), *_weasyprint_columns()]


def _weasyprint_single() -> list[Sheet]:
    labels = HEADINGS | {"jobs": "Work experience", "projects": "Selected projects", "education": "Formal education"}
    spaced = Resume("network", Manner(upper=True, headings=LONG_HEADINGS))
    paged = Resume("data", Manner(skills="cells"))
    rail = RAIL.replace("34mm", "27mm")
    return [
        Sheet(
            "weasyprint-rail-wrapped", "WeasyPrint", "one column, label rail at left with labels of two lines",
            single(Resume("security", Manner(headings=labels))),
            {"css": rail + "section { border-top: 1pt solid #999 }"},
        ),
        Sheet(
            "weasyprint-running-header", "WeasyPrint", "one column, several pages, running header and page numbers",
            single(paged),
            {"css": margins(f"{paged.person.name}, resume") + "body { font-size: 12pt; line-height: 1.6 }"},
            (f"{paged.person.name}, resume", "Page"),
        ),
        Sheet(
            "weasyprint-spaced-headings", "WeasyPrint",
            "one column, headings spaced by real spaces, bullet o",
            single(spaced),
            {"css": bullets("o  "), "spaced": True},
        ),
    ]  # fmt: skip


def _weasyprint_columns() -> list[Sheet]:
    own, line = Manner(place="own"), Manner(dates="line", place="own")
    paged = Resume("security", own)
    title = f"{paged.person.name}, resume"
    serif = "body { font-family: 'DejaVu Serif'; font-size: 8pt; text-align: justify; hyphens: auto } "
    boxes = "section { border: .8pt solid #777; padding: 3mm; margin-bottom: 3mm } h2 { background: #eee }"
    # Newspaper columns: the text of the second block starts a new column by force, so each block is one column.
    web = Resume("web", line)
    columns = (web.sections("profile", "skills", "jobs"), web.sections("projects", "education", "certifications"))
    news = (Region((web.name() + web.contact_line(),)), Region(columns))
    flow = ".columns { display: block; columns: 2; column-gap: 8mm } .c1 { break-before: column }"
    return [
        Sheet(
            "weasyprint-sidebar-hyphens", "WeasyPrint", "two columns, sidebar left, justified, hyphenated line ends",
            sidebar(Resume("cloud", own)), {"css": SIDE_LEFT + "body { text-align: justify; hyphens: auto }"},
        ),
        Sheet(
            "weasyprint-ligatures", "WeasyPrint",
            "two columns, sidebar right, ligatures, 8 pt type, hyphenated line ends",
            sidebar(Resume("quality", own), "right"), {"css": SIDE_RIGHT + serif},
        ),
        Sheet(
            "weasyprint-boxes", "WeasyPrint", "two equal columns, every section in a box, bullet –",
            halves(Resume("embedded", own)), {"css": EQUAL + boxes + bullets("–  ")},
        ),
        Sheet(
            "weasyprint-newspaper", "WeasyPrint", "two equal columns, newspaper columns, ruled lines under headings",
            news, {"css": flow + RULED},
        ),
        Sheet(
            "weasyprint-two-pages", "WeasyPrint", "two columns over two pages, running header and page numbers, boxes",
            pages(paged),
            {"css": SIDE_LEFT + margins(title) + "body { font-size: 11pt } .c0 { border: 1pt solid; padding: 4mm }"},
            (title, "Page"),
        ),
    ]  # fmt: skip
