"""Say how well and how fast texts are aligned: a row a folder.

usage: python benchmarks/alignment.py FOLDER ... [--encoder use] [--any-order]

A folder holds NAME.zh and NAME.en, one segment a line, and NAME.gold, one bead a line as JSON
``[[zh indices],[en indices]]``. The weights shipped were fitted on such folders: figures for unseen
texts come from ``fit_alignment.py --cross-validate``.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: idle threads would count as work

import argparse
import json
import time
from pathlib import Path

from fit_alignment import read_lines

from align.aligner.anyorder import match_segments
from align.aligner.encode import load_encoder
from align.aligner.evaluate import score_alignments
from align.aligner.pairing import pair_segments


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--encoder", default="use")
    parser.add_argument("--any-order", action="store_true")
    arguments = parser.parse_args()
    encoder = load_encoder(arguments.encoder)
    pair = match_segments if arguments.any_order else pair_segments
    print("folder\tdocuments\tstrict F1\tlax F1\tCPU s")
    for folder in arguments.folders:
        start, found = time.process_time(), []
        for gold in sorted(folder.glob("*.gold")):
            beads = pair(
                *(read_lines(gold.with_suffix(suffix)) for suffix in (".zh", ".en")), encoder=encoder
            )
            right = [(tuple(zh), tuple(en)) for zh, en in map(json.loads, read_lines(gold))]
            found.append((right, [(tuple(bead.src), tuple(bead.tgt)) for bead in beads]))
        seconds, result = time.process_time() - start, score_alignments(found)
        figures = f"{result.strict.f1:.4f}\t{result.lax.f1:.4f}\t{seconds:.1f}"
        print(f"{folder.name}\t{len(found)}\t{figures}", flush=True)


if __name__ == "__main__":
    main()
