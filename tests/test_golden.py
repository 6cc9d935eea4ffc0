"""Every mention, with every field, is what was approved: a change shows as a difference to be read."""

import difflib

import golden_mentions


def test_every_mention_is_as_approved(extractor):
    approved = golden_mentions.GOLDEN.read_text(encoding="utf-8").splitlines()

    changes = list(difflib.unified_diff(approved, list(golden_mentions.lines(extractor)), "approved", "now", n=0))

    assert not changes, f"{len(changes)} lines differ:\n" + "\n".join(changes[:40])
