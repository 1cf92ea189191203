"""Say how well and how fast texts are aligned: a row a folder.

usage: python benchmarks/alignment.py FOLDER ... [--encoder use] [--any-order] [--peer nltk]

A folder holds NAME.zh and NAME.en, one segment a line, and NAME.gold, one bead a line as JSON
``[[zh indices],[en indices]]``. The weights shipped were fitted on such folders: figures for unseen
texts come from ``fit_alignment.py --cross-validate``. With ``--peer`` another aligner stands beside ours.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: idle threads would count as work

import argparse
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

from fit_alignment import read_lines
from peers import PEERS

from align.aligner.anyorder import match_segments
from align.aligner.encode import load_encoder
from align.aligner.evaluate import score_alignments
from align.aligner.pairing import pair_segments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peers import Aligner, Bead


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--encoder", default="use")
    parser.add_argument("--any-order", action="store_true")
    parser.add_argument("--peer", choices=PEERS, help="an aligner to compare with")
    arguments = parser.parse_args()
    aligners = {"align": _ours(arguments.encoder, any_order=arguments.any_order)}
    if arguments.peer:
        aligners[arguments.peer] = PEERS[arguments.peer]
    print("folder\taligner\tdocuments\tstrict F1\tlax F1\tCPU s")
    for folder in arguments.folders:
        for name, aligner in aligners.items():
            print(f"{folder.name}\t{name}\t{_row(folder, aligner)}", flush=True)


def _ours(encoder_name: str, *, any_order: bool) -> Aligner:
    encoder = load_encoder(encoder_name)
    pair = match_segments if any_order else pair_segments

    def aligner(source: Sequence[str], target: Sequence[str]) -> list[Bead]:
        return [(tuple(bead.src), tuple(bead.tgt)) for bead in pair(source, target, encoder=encoder)]

    return aligner


def _row(folder: Path, aligner: Aligner) -> str:
    """Return how many documents of a folder were aligned, how well, and in what time."""
    start, found = time.process_time(), []
    for gold in sorted(folder.glob("*.gold")):
        beads = aligner(*(read_lines(gold.with_suffix(suffix)) for suffix in (".zh", ".en")))
        if beads is not None:
            right = [(tuple(zh), tuple(en)) for zh, en in map(json.loads, read_lines(gold))]
            found.append((right, beads))
    if not found:
        return "0\ttoo long"
    seconds, result = time.process_time() - start, score_alignments(found)
    return f"{len(found)}\t{result.strict.f1:.4f}\t{result.lax.f1:.4f}\t{seconds:.1f}"


if __name__ == "__main__":
    main()
