"""Make docs/reliability.md: each promise with its test, its figures before and after, and what is not promised.

    python -m docs.reliability

The promises and figures stand in docs/reliability.toml. A promise whose test does not exist is an error.
"""

import re
import tomllib
from pathlib import Path

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent
TARGET = FOLDER / "reliability.md"
HEAD = """# What holds when things go wrong

`python -m docs.reliability` makes this page from `docs/reliability.toml`. Each promise has a test that fails when it is
broken. The figures are of a machine with two processors that others used at the same time.
"""


def page():
    """The page as text.

    Raises:
        LookupError: A promise names a test that does not exist.
    """
    content = tomllib.loads((FOLDER / "reliability.toml").read_text(encoding="utf-8"))
    lines = [HEAD]
    for part in content["parts"]:
        lines += [f"## {part['title']}\n", "| promise | before | now | test |", "|---|---|---|---|"]
        for one in part["promises"]:
            path, _, function = one["test"].partition("::")
            if not re.search(rf"^def {function}\(", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE):
                raise LookupError(one["test"])
            figures = f"{one.get('before', '')} | {one.get('now', '')}"
            lines.append(f"| {one['promise']} | {figures} | `{Path(path).name}`: {function.replace('_', ' ')} |")
        lines.append("")
    lines += ["## What is not promised\n", *(f"- {one}" for one in content["not_promised"]), ""]
    lines += ["## How the figures are made\n", *(f"- {one}" for one in content["commands"]), ""]
    return "\n".join(lines)


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
