"""Bullets, invisible signs and e-mail addresses as characters and patterns."""

import re

BULLETS = "•●○◦▪▫■□◆◇➢➤►▶▸‣⁃∙·✓✔❖"
"""Signs that only begin an item; a hyphen, a star or an o may also mean something else."""
LEADING_MARKS = f"{BULLETS}*-– "
"""Signs before the first word of a line."""
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphens, joiners and byte order marks, which are invisible and split words."""
READABLE = dict.fromkeys(map(ord, INVISIBLE)) | {0xA0: " "}
"""Table for ``str.translate``: without invisible signs, and with plain spaces."""
EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
"""An e-mail address. It begins at the start of a run of signs, because trying each sign of a long run takes hours."""
