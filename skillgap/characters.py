"""Signs that documents put around words and what they make of words, each in one place."""

import re

BULLETS = "•●○◦▪▫■□◆◇➢➤►▶▸‣⁃∙·✓✔❖"
"""Signs that stand for nothing but the start of an item; a hyphen, a star or an o may be more than that."""
LEADING_MARKS = f"{BULLETS}*-– "
"""Signs before the words of a line that are no part of them."""
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphens, joiners and byte order marks: nobody sees them, and they part words that are whole."""
READABLE = dict.fromkeys(map(ord, INVISIBLE)) | {0xA0: " "}
"""Table for ``str.translate``: without invisible signs, and with plain spaces."""
EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
"""An e-mail address. It begins where its run of signs does: a search from each sign of a long run would take hours."""
