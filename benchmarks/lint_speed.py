"""Measure `align lint`: rows a second and peak memory on bitext rows, CPU seconds on one article.

    python benchmarks/lint_speed.py                       # on rows made up here
    python benchmarks/lint_speed.py --rows my.jsonl --glossary my.csv
    python benchmarks/lint_speed.py --entries 200000      # what a big glossary costs

Times are CPU seconds of the whole process, start-up included; the median of several runs.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

# The command of the environment that runs this script, or else the one on the path.
ALIGN = shutil.which("align", path=Path(sys.executable).parent) or "align"
SURNAMES = {
    "王": "Wang",
    "李": "Li",
    "张": "Zhang",
    "陈": "Chen",
    "周": "Zhou",
    "吴": "Wu",
    "徐": "Xu",
    "马": "Ma",
}
GIVEN = {
    "文": "Wen",
    "明": "Ming",
    "丽": "Li",
    "强": "Qiang",
    "娜": "Na",
    "涛": "Tao",
    "杰": "Jie",
    "敏": "Min",
}
PLACES = {"柳州": "Liuzhou", "南宁": "Nanning", "青岛": "Qingdao", "长春": "Changchun", "武汉": "Wuhan"}
GOODS = {"汽车": "cars", "手机": "phones", "电池": "batteries", "钢材": "tonnes of steel", "玩具": "toys"}
HAN = "巴彩东飞高辉金坤兰美南平群瑞山欣博晨德恩凡光海佳凯林茂宁鹏琪荣顺"
LATIN = """
ba cai dong fei gao hui jin kun lan mei nan ping qun rui shan xin
bo chen de en fan guang hai jia kai lin mao ning peng qi rong shun
"""
SYLLABLES = dict(zip(HAN, LATIN.split(), strict=True))
TEMPLATES = (
    (
        "{zh}于{year}年加入公司，此前在{place_zh}工作。",
        "{en} joined the company in {year} after working in {place}.",
    ),
    (
        "{zh}表示，{place_zh}工厂去年售出{n}万件{goods_zh}。",
        "{en} said that the {place} plant sold {units} {goods} last year.",
    ),
    (
        "据{place_zh}当地媒体报道，{zh}没有回应。",
        "According to local media in {place}, {en} did not respond.",
    ),
    ("“我们不会离开{place_zh}，”{zh}说。", "“We will not leave {place},” {en} said."),
)


def made_up_row(number: int, rng: random.Random) -> dict[str, str]:
    surname, given = rng.choice(list(SURNAMES)), rng.sample(list(GIVEN), 2)
    place, goods = rng.choice(list(PLACES)), rng.choice(list(GOODS))
    thousands = rng.randrange(11, 99)
    values = {
        "zh": surname + "".join(given),
        "en": f"{SURNAMES[surname]} {GIVEN[given[0]]}{GIVEN[given[1]].lower()}",
        "year": str(rng.randrange(1990, 2024)),
        "place_zh": place,
        "place": PLACES[place],
        "goods_zh": goods,
        "goods": GOODS[goods],
        "n": str(thousands),
        "units": f"{thousands * 10},000",
    }
    texts = [[side.format(**values) for side in template] for template in rng.sample(TEMPLATES, 2)]
    return {
        "id": str(number),
        "doc": str(number // 40),
        "source": texts[0][0] + texts[1][0],
        "target": f"{texts[0][1]} {texts[1][1]}",
    }


def write_rows(path: Path, count: int, seed: int = 1) -> None:
    rng = random.Random(seed)
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            file.write(json.dumps(made_up_row(number, rng), ensure_ascii=False) + "\n")


def write_glossary(path: Path, count: int, seed: int = 2) -> None:
    rng = random.Random(seed)
    names = {tuple(rng.choices(list(SYLLABLES), k=4)) for _ in range(2 * count)}  # of a million
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["source", "target"])
        for first, second, third, fourth in sorted(names)[:count]:
            given = (SYLLABLES[second] + SYLLABLES[third] + SYLLABLES[fourth]).capitalize()
            writer.writerow([first + second + third + fourth, f"{SYLLABLES[first].capitalize()} {given}"])


def cpu_seconds(arguments: list[str], runs: int) -> float:
    """Return the median CPU seconds, user and system, of the command as a whole process."""
    times = []
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([ALIGN, *arguments], stdout=subprocess.DEVNULL, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode not in (0, 1):
            sys.exit(f"align {' '.join(arguments)} ended with status {done.returncode}")
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(times)


def peak_mebibytes(arguments: list[str]) -> float:
    code = (
        "import resource,subprocess,sys;subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, ALIGN, *arguments], capture_output=True, text=True, check=True
    )
    return int(done.stdout) / 1024


def compare_entries(count: int, article: Path, runs: int) -> None:
    """Print what a glossary of so many entries costs, against one of one entry."""
    with tempfile.TemporaryDirectory() as folder:
        rows, glossary = Path(folder, "rows.jsonl"), Path(folder, "glossary.csv")
        write_rows(rows, 5_000)
        write_glossary(glossary, count)
        small = Path(folder, "small.csv")
        write_glossary(small, 1)
        plain, terms = ["--glossary", str(small)], ["--glossary", str(glossary)]
        first = cpu_seconds(["lint", str(article), *terms], 1)
        before, after = (cpu_seconds(["lint", str(article), *some], runs) for some in (plain, terms))
        print(f"{count:,} entries, first use    {first:6.2f} s CPU")
        print(f"one article, one / all        {before:6.2f} / {after:.2f} s CPU: {after - before:.2f} more")
        lint = ["lint", str(rows), "--output-format", "jsonl"]
        before, after = (5_000 / cpu_seconds([*lint, *some], runs) for some in (plain, terms))
        print(f"rows a second                 {before:6,.0f} / {after:,.0f}: {after / before - 1:+.0%}")
        memory = (
            peak_mebibytes(["lint", str(article), *plain]),
            peak_mebibytes(["lint", str(article), *terms]),
        )
        print(f"peak memory, one article      {memory[0]:6.0f} / {memory[1]:.0f} MiB")


def _without_source(lines: list[bytes]) -> list[bytes]:
    """Return the lines of an article but the one that names its source."""
    return [line for line in lines if not line.startswith(b"source:")]


def measure(rows: Path | None, glossary: Path | None, article: Path, runs: int) -> None:
    """Print what starting, an article and bitext rows cost; rows and glossary are made up where None."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made_up, many, names = folder / "rows.jsonl", folder / "many.jsonl", folder / "names.csv"
        write_glossary(names, 5_000)
        write_rows(made_up, 10_000)
        write_rows(many, 40_000)
        alone = folder / article.name  # away from its source
        alone.write_bytes(b"".join(_without_source(article.read_bytes().splitlines(keepends=True))))
        terms = ["--glossary", str(glossary or names)]
        rows = rows or made_up
        count = sum(1 for line in rows.open(encoding="utf-8") if line.strip())
        lint = ["--output-format", "jsonl", *terms]
        bulk, large = (
            cpu_seconds(["lint", str(file), *lint], times) for file, times in ((rows, runs), (many, 1))
        )
        print(f"align --version             {cpu_seconds(['--version'], runs):6.2f} s CPU")
        print(f"an article, glossary        {cpu_seconds(['lint', str(alone), *terms], runs):6.2f} s CPU")
        print(f"an article and its source   {cpu_seconds(['lint', str(article), *terms], runs):6.2f} s CPU")
        for size, seconds in ((count, bulk), (40_000, large)):
            print(f"{size:6} rows               {seconds:6.2f} s CPU = {size / seconds:,.0f} rows a second")
        for file, size in ((rows, count), (many, 40_000)):
            print(f"peak memory, {size:6} rows  {peak_mebibytes(['lint', str(file), *terms]):6.0f} MiB")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=Path, help="bitext rows of your own (.jsonl, .tsv, .csv)")
    parser.add_argument("--glossary", type=Path, help="a glossary of your own")
    parser.add_argument(
        "--article", type=Path, default=Path(__file__).parents[1] / "examples" / "article.en.md"
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--entries", type=int, help="measure what a glossary of so many entries costs")
    given = parser.parse_args()
    if given.entries:
        compare_entries(given.entries, given.article, given.runs)
    else:
        measure(given.rows, given.glossary, given.article, given.runs)


if __name__ == "__main__":
    main()
