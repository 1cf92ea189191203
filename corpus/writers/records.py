"""Writes a bitext as beads (segment numbers only) and as JSON Lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO

    from corpus.bead import Bitext


def write_beads(bitext: Bitext, out: BinaryIO, *, signature: str) -> None:  # noqa: ARG001  # no header
    """Write a bead a line as two lists of segment numbers from 0, the source's first."""
    out.writelines(f"{json.dumps([list(bead.src), list(bead.tgt)])}\n".encode() for bead in bitext.beads)


def write_jsonl(bitext: Bitext, out: BinaryIO, *, signature: str) -> None:  # noqa: ARG001  # no header
    """Write a bead a line as an object with segment numbers, texts and score."""
    for bead in bitext.beads:
        source, target = bitext.texts(bead)
        item = {
            "source_ids": list(bead.src),
            "target_ids": list(bead.tgt),
            "source": source,
            "target": target,
            "score": bead.score,
        }
        out.write(f"{json.dumps(item, ensure_ascii=False)}\n".encode())
