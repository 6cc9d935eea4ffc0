"""PDF files that somebody wrote to do harm, or that some program broke; each by a function without arguments."""

import io
import random
import zlib
from pathlib import Path

import pypdf

ROOT = Path(__file__).parents[2]
GOOD = (ROOT / "tests" / "fixtures" / "resumes" / "support_one_column.pdf").read_bytes()
TEXT = b"BT /F1 12 Tf 72 700 Td (Wrote Python scripts and SQL queries for the help desk) Tj ET"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"


def stream(content, extra=b"", length=None):
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content) if length is None else length, extra, content)


def pdf(*objects, trailer=b"", replace=None):
    """A file of these objects, by default a page of text; ``replace`` gives others by number."""
    given = dict(enumerate(objects or (CATALOG, PAGES, PAGE, stream(TEXT), FONT), start=1)) | (replace or {})
    made, offsets = b"%PDF-1.7\n", {}
    parts = [made]
    place = len(made)
    for number, content in sorted(given.items()):
        offsets[number] = place
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, content))
        place += len(parts[-1])
    table = b"xref\n0 1\n0000000000 65535 f \n"
    table += b"".join(b"%d 1\n%010d 00000 n \n" % (number, offset) for number, offset in offsets.items())
    end = b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (max(given) + 1, trailer, place)
    return b"".join([*parts, table, end])


def page(extra=b"", content=TEXT, stream_extra=b"", **others):
    """A page with other entries, content or objects."""
    entries = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R" + (
        extra if b"/MediaBox" in extra else b"/MediaBox[0 0 612 792]" + extra
    )
    if b"/Resources" not in extra:
        entries += b"/Resources<</Font<</F1 5 0 R>>>>"
    added = {int(name.removeprefix("o")): one for name, one in others.items()}
    return pdf(replace={3: entries + b">>", 4: stream(content, stream_extra)} | added)


def deflated(size, times=1):
    content = zlib.compress(bytes(size), 9)
    for _ in range(times - 1):
        content = zlib.compress(content, 9)
    return page(content=content, stream_extra=b"/Filter[" + b"/FlateDecode " * times + b"]")


def noise(seed):
    return b"%PDF-1.4\n" + random.Random(seed).randbytes(20_000)


def changed(seed):
    """The good file with forty bytes of it changed."""
    made, choice = bytearray(GOOD), random.Random(seed)
    for _ in range(40):
        made[choice.randrange(len(made))] = choice.randrange(256)
    return bytes(made)


def locked(user, owner):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(GOOD))
    writer.encrypt(user, owner, algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def many_pages(count):
    kids = b" ".join(b"3 0 R" for _ in range(count))
    return pdf(replace={2: b"<</Type/Pages/Kids[" + kids + b"]/Count %d>>" % count})


def deep_tree(depth):
    others = {10 + level: b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (11 + level) for level in range(depth)}
    return pdf(replace={2: b"<</Type/Pages/Kids[10 0 R]/Count 1>>", **others, 10 + depth: PAGE})


def form(*contents):
    """A page that draws form 6, and forms that may draw each other."""
    names = b"".join(b"/X%d %d 0 R" % (number, number) for number in range(6, 6 + len(contents)))
    resources = b"/Resources<</Font<</F1 5 0 R>>/XObject<<" + names + b">>>>"
    forms = {
        f"o{number}": stream(content, b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]" + resources)
        for number, content in enumerate(contents, start=6)
    }
    return page(resources, TEXT + b"\n/X6 Do", **forms)


def unicode_map(lines):
    return page(
        o5=b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        o6=stream(b"/CIDInit /ProcSet findresource begin begincmap\n" + lines + b"\nendcmap end"),
    )


def image(width, height):
    return page(
        b"/Resources<</Font<</F1 5 0 R>>/XObject<</I 6 0 R>>>>",
        TEXT + b"\nq 600 0 0 700 0 0 cm /I Do Q",
        o6=stream(
            zlib.compress(b"\xff" * 1000),
            b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode"
            % (width, height),
        ),
    )


CASES = {
    **{
        f"cut at {share} %": lambda share=share: GOOD[: len(GOOD) * share // 100]
        for share in (1, 5, 20, 40, 60, 80, 95, 99)
    },
    **{f"noise {seed}": lambda seed=seed: noise(seed) for seed in range(4)},
    **{f"changed bytes {seed}": lambda seed=seed: changed(seed) for seed in range(12)},
    "a header alone": lambda: b"%PDF-1.7\n",
    "an end alone": lambda: b"%PDF-1.7\nstartxref\n0\n%%EOF",
    "no list of places": lambda: GOOD.replace(b"xref", b"xxxx"),
    "wrong places": lambda: GOOD.replace(b"0 n", b"1 n"),
    "the list of places refers to itself": lambda: pdf(trailer=b"/Prev 9"),
    "the end lies": lambda: pdf().replace(b"startxref\n", b"startxref\n99999"),
    "pages in a circle": lambda: pdf(replace={2: b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>"}),
    "pages that hold the catalogue": lambda: pdf(replace={2: b"<</Type/Pages/Kids[1 0 R]/Count 1>>"}),
    "two objects that are each other": lambda: pdf(CATALOG, b"3 0 R", b"2 0 R"),
    "contents that are each other": lambda: pdf(replace={4: b"6 0 R", 6: b"4 0 R"}),
    "a length that is itself": lambda: pdf(replace={4: b"<</Length 4 0 R>>stream\n" + TEXT + b"\nendstream"}),
    "fonts that are each other": lambda: pdf(replace={5: b"6 0 R", 6: b"5 0 R"}),
    "a box that is itself": lambda: page(b"/MediaBox 6 0 R", o6=b"[6 0 R 6 0 R 6 0 R 6 0 R]"),
    "a parent that is its child": lambda: pdf(replace={2: b"<</Type/Pages/Kids[3 0 R]/Count 1/Parent 2 0 R>>"}),
    "no pages": lambda: pdf(replace={2: b"<</Type/Pages/Kids[]/Count 0>>"}),
    "fewer pages than it says": lambda: pdf(replace={2: b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>"}),
    "a negative number of pages": lambda: pdf(replace={2: b"<</Type/Pages/Kids[3 0 R]/Count -5>>"}),
    "a hundred thousand pages": lambda: many_pages(100_000),
    "a tree of a thousand levels": lambda: deep_tree(1000),
    "deep lists": lambda: pdf(replace={6: b"[" * 100_000 + b"]" * 100_000}, trailer=b"/Info 6 0 R"),
    "deep lists in the page": lambda: page(b"/MediaBox" + b"[" * 20_000 + b"]" * 20_000),
    "deep tables": lambda: pdf(replace={5: b"<</A" * 20_000 + b" 1" + b">>" * 20_000}),
    "a bomb of 150 MB": lambda: deflated(150_000_000),
    "a bomb in a bomb": lambda: deflated(200_000_000, 2),
    "a bomb of runs": lambda: page(content=b"\x81 " * 4_000_000 + b"\x80", stream_extra=b"/Filter/RunLengthDecode"),
    "twenty filters": lambda: page(content=b"x" * 5000, stream_extra=b"/Filter[" + b"/ASCIIHexDecode " * 20 + b"]"),
    "an unknown filter": lambda: page(stream_extra=b"/Filter/CallHome"),
    "a million words": lambda: page(content=b"BT /F1 9 Tf " + b"1 0 0 1 20 20 Tm (SQL and more) Tj " * 300_000 + b"ET"),
    "a million shapes": lambda: page(content=TEXT + b"\n0 0 9 9 re f " * 400_000),
    "a million saved states": lambda: page(content=TEXT + b" q" * 500_000),
    "a million curves": lambda: page(content=TEXT + b"\n0 0 m " + b"1 1 2 2 3 3 c " * 300_000 + b"S"),
    "one line of 300,000 characters": lambda: page(content=b"BT /F1 9 Tf 9 9 Td (" + b"Python " * 43_000 + b") Tj ET"),
    "a form that draws itself": lambda: form(b"/X6 Do"),
    "forms that draw each other": lambda: form(b"/X7 Do /X7 Do", b"/X6 Do /X6 Do"),
    "forms that double": lambda: form(*(b"/X%d Do " % (7 + level) * 2 for level in range(25)), TEXT),
    "a Unicode map that is a bomb": lambda: unicode_map(b"1 beginbfrange <0000> <FFFFFFFF> <0041> endbfrange"),
    "a Unicode map of many ranges": lambda: unicode_map(
        b"100 beginbfrange\n" + b"<0000> <FFFF> <0041>\n" * 5000 + b"endbfrange"
    ),
    "a Unicode map that uses itself": lambda: unicode_map(b"/A usecmap /../../../etc/passwd usecmap"),
    "a picture of 10,000,000,000 points": lambda: image(100_000, 100_000),
    "a picture of negative size": lambda: image(-5, 2_147_483_647),
    "a box of no size": lambda: page(b"/MediaBox[0 0 0 0]"),
    "a box without end": lambda: page(b"/MediaBox[-1e38 -1e38 1e38 1e38]"),
    "a box of no numbers": lambda: page(b"/MediaBox[nan inf -inf (x)]"),
    "no box": lambda: pdf(replace={3: PAGE.replace(b"/MediaBox[0 0 612 792]", b"")}),
    "a turn of 45 degrees": lambda: page(b"/Rotate 45"),
    "a huge unit": lambda: page(b"/UserUnit 1e30"),
    "text far outside": lambda: page(content=b"BT /F1 12 Tf 1e30 -1e30 Td (Python) Tj ET"),
    "text of no size": lambda: page(content=TEXT.replace(b"12 Tf", b"0 Tf")),
    "text of negative size": lambda: page(content=TEXT.replace(b"12 Tf", b"-12 Tf")),
    "text of endless size": lambda: page(content=TEXT.replace(b"12 Tf", b"1e38 Tf")),
    "text that nobody sees": lambda: page(content=b"3 Tr " + TEXT),
    "white text": lambda: page(content=TEXT + b" 1 g BT /F1 9 Tf 9 9 Td (Kubernetes Terraform Ansible Docker) Tj ET"),
    "locked for readers": lambda: locked("secret", "other"),
    "locked for writers": lambda: locked("", "other"),
    "an unknown lock": lambda: pdf(trailer=b"/Encrypt<</Filter/Evil/V 99/R 99>>/ID[(a)(b)]"),
    "a lock that is itself": lambda: pdf(trailer=b"/Encrypt 6 0 R", replace={6: b"6 0 R"}),
    "a script": lambda: pdf(
        replace={1: b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.launchURL('http://a.invalid'))>>>>"}
    ),
    "a program to start": lambda: pdf(
        replace={1: b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)>>>>>>"}
    ),
    "a link to elsewhere": lambda: page(
        b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://a.invalid/)>>>>]"
    ),
    "contents in another file": lambda: page(stream_extra=b"/F(/etc/passwd)"),
    "a character map of another folder": lambda: pdf(
        replace={
            5: b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/..#2F..#2Fetc#2Fpasswd/DescendantFonts[6 0 R]>>",
            6: FONT,
        }
    ),
    "a font that draws itself": lambda: pdf(
        replace={
            5: b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 6 0 R>>/Encoding"
            b"<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[9]/Resources<</Font<</F1 5 0 R>>>>>>",
            6: stream(b"BT /F1 9 Tf (a) Tj ET"),
        }
    ),
    "letters without Unicode": lambda: pdf(
        replace={
            4: stream(b"BT /F1 12 Tf 72 700 Td <00010002000300040005000600070008> Tj ET"),
            5: b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
            6: b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            b"/Supplement 0>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4>>>>",
        }
    ),
    "a length that lies": lambda: pdf(replace={4: stream(TEXT, length=10**9)}),
    "a negative length": lambda: pdf(replace={4: stream(TEXT, length=-1)}),
    "an object number beyond all": lambda: pdf(trailer=b"/Info 99999999999999999999 0 R"),
    "numbers of 5,000 digits": lambda: pdf(trailer=b"/Info " + b"9" * 5000, replace={6: b"9" * 5000}),
    "names of 100,000 letters": lambda: page(b"/" + b"A" * 100_000 + b" 1"),
    "a web page before it": lambda: b"<html><script>alert(1)</script></html>\n" + pdf(),
    "ten copies behind each other": lambda: pdf() * 10,
    "written twice": lambda: pdf() + pdf(replace={4: stream(b"BT ET")}),
}
