"""Every package that is installed with skillgap has a licence that goes with ours (MIT)."""

import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
FREE = re.compile(
    r"MIT(?:-0|-CMU)?|(?:3-Clause )?BSD(?:-[23]-Clause)?|0BSD|Apache(?:[- ]2\.0)?|ISC|PSF-2\.0|Python Foundation|"
    r"MPL-2\.0|Mozilla Public 2\.0|Zlib|CC0-1\.0|Public-Domain|HPND"
)
"""Licences of which everything may be used, also changed and sold, as long as they are named."""
ALLOWED = {
    "psycopg": ("LGPL-3.0-only", "only for PostgreSQL, used unchanged as a library"),
    "fpdf2": ("LGPL-3.0-only", "only for tests and pictures"),
    "text-unidecode": ("Artistic", "only for tests; the Artistic License is one of its two"),
    "axe-playwright-python": ("", "only for tests; MIT by its repository, which its metadata does not say"),
}
"""Package -> another licence that its metadata names, and why it does."""
SHIPPED = ("login", "postgresql", "cluster")
"""Extras that users install."""


def required(extras):
    """Every package that skillgap needs with these extras, and that is installed here, by name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [*project["dependencies"], *(one for name in extras for one in project["optional-dependencies"][name])]
    found = {}
    while waiting:
        wanted = Requirement(waiting.pop())
        name = re.sub(r"[-_.]+", "-", wanted.name).lower()
        if name in found or name == "skillgap" or (wanted.marker and not wanted.marker.evaluate({"extra": ""})):
            continue
        try:
            found[name] = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:  # an extra that is not installed here
            continue
        waiting += found[name].requires or ()
    return found


def licences(metadata):
    """What the metadata of a package says of its licence, each licence by itself."""
    said = metadata.get("License-Expression") or ""
    said = said or ", ".join(one.split(" :: ")[-1] for one in metadata.get_all("Classifier", []) if "License ::" in one)
    said = said or (metadata.get("License") or "").strip().partition("\n")[0]
    plain = re.sub(r"\(.*?\)| Software| License| licenses?|, dependency", "", said)
    return [one.strip() for one in re.split(r",| AND | OR | and ", plain) if one.strip()]


@pytest.mark.parametrize("extras", [SHIPPED, (*SHIPPED, "dev", "bench")], ids=["for users", "for developers"])
def test_every_package_has_a_licence_that_goes_with_ours(extras):
    packages = required(extras)

    assert {"streamlit", "spacy", "pdfplumber", "lxml"} <= set(packages)
    others = {}
    for name, package in packages.items():
        said = licences(package.metadata)
        strange = [one for one in said if not FREE.fullmatch(one)]
        if (strange or not said) and not (name in ALLOWED and ALLOWED[name][0] in (*said, "")):
            others[name] = said
    assert others == {}


def test_nothing_is_allowed_that_is_not_needed():
    packages = required(("dev", "bench", *SHIPPED))

    assert set(ALLOWED) - set(packages) <= {"psycopg"}
    assert "text-unidecode" not in required(SHIPPED)
