"""`align glossary export`, `import` and `convert` at the command line."""

from __future__ import annotations

import json
import os
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from corpus.aside import written_aside
from glossary.formats import Losses, read_entries, write_entries
from glossary.formats.size import estimated_entries

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Align

GLOSSARY = (
    "source,target,kind,status,variants,deprecated,note\n"
    "周钘,Zhou Xin,person,,Xin Zhou,Zhou Jin,his own spelling\n"
    "小米,Xiaomi,organisation,draft,,,\n"
)


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    path = tmp_path / "glossary.csv"
    path.write_text(GLOSSARY, "utf-8")
    return path


def test_export_and_import_give_the_glossary_back(tmp_path: Path, glossary: Path, align: Align) -> None:
    for out in ("a.tbx", "a.tmx", "a.xlsx", "a.json", "a.utx"):
        exported = align("glossary", "export", glossary, "-o", out)
        assert (exported.returncode, exported.stderr) == (0, f"2 entries written to {out}\n")
        imported = align("glossary", "import", out, "-o", "back.csv")
        assert (imported.returncode, imported.stderr) == (0, "2 entries written to back.csv\n")
        back = (tmp_path / "back.csv").read_text("utf-8-sig").splitlines()
        assert back[1].startswith("周钘,Zhou Xin|Xin Zhou,person,,Zhou Jin,his own spelling,")
        assert back[2].startswith("小米,Xiaomi,organisation,draft,")


def test_what_the_format_cannot_hold_is_told(glossary: Path, align: Align) -> None:
    done = align("glossary", "convert", "glossary.csv", "-o", "deepl.csv", "--format", "deepl")
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        "warning: deepl.csv: not kept by deepl: forms to avoid (once, in line 2)",
        "warning: deepl.csv: not kept by deepl: the kind of an entry (2 times, first in line 2)",
        "warning: deepl.csv: not kept by deepl: notes (once, in line 2)",
        "warning: deepl.csv: not kept by deepl: further forms of the target language (once, in line 2)",
        "warning: deepl.csv: not kept by deepl: that an entry is a draft or stays as it is (once, in line 3)",
        "2 entries written to deepl.csv",
    ]


def test_a_direction_and_a_format_can_be_given(tmp_path: Path, glossary: Path, align: Align) -> None:
    align("glossary", "export", "glossary.csv", "-o", "a.dat", "--format", "omegat", "--into", "zh")
    assert (tmp_path / "a.dat").read_text("utf-8").splitlines()[1] == "Zhou Xin\t周钘\this own spelling"
    done = align("glossary", "import", "a.dat", "--from", "omegat", "-o", "a.json")
    assert done.returncode == 0
    items = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert items[0]["en"] == ["Zhou Xin", "Xin Zhou"]


def test_an_error_is_one_line_and_leaves_the_old_file(tmp_path: Path, glossary: Path, align: Align) -> None:
    (tmp_path / "bad.tmx").write_text("<tmx><body><tu></body></tmx>", "utf-8")
    for source, out, message in (
        ("bad.tmx", "glossary.csv", "bad.tmx:1:23: not well-formed XML"),
        ("missing.tmx", "a.csv", "missing.tmx: No such file"),
        ("glossary.csv", "a.docx", "the suffix tells no format of a glossary; known: .csv"),
    ):
        done = align("glossary", "convert", source, "-o", out, "--force")
        assert done.returncode == 2
        assert message in done.stderr
        assert done.stderr.count("\n") == 1
    assert glossary.read_text("utf-8") == GLOSSARY
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.tmx", "glossary.csv"]


def test_lint_takes_a_term_base_as_its_glossary(tmp_path: Path, glossary: Path, align: Align) -> None:
    align("glossary", "export", "glossary.csv", "-o", "names.tbx")
    glossary.unlink()
    (tmp_path / "a.txt").write_text("He met Zhou Jin in the morning and again in the evening.\n", "utf-8")
    done = align("lint", "a.txt", "--glossary", "names.tbx", "--output-format", "concise")
    assert "Zhou Jin" in done.stdout
    assert done.returncode == 1


def test_what_is_written_aside_is_moved_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def fail() -> None:
        with written_aside(path) as out:
            out.write(b"half")
            raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        fail()
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a", b"old")]
    path.chmod(0o640)
    with written_aside(path) as out:
        out.write(b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)


def test_what_is_no_file_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with written_aside(pipe) as out:
        out.write(b"new")
    assert os.read(reader, 10) == b"new"
    os.close(reader)
    assert pipe.is_fifo()


def test_a_file_may_have_the_longest_name_there_is(tmp_path: Path) -> None:
    path = tmp_path / f"{'译' * 83}.md"
    with written_aside(path) as out:
        out.write(b"new")
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


UNIT = '<tu><tuv xml:lang="zh"><seg>词条{0}</seg></tuv><tuv xml:lang="en"><seg>term {0}</seg></tuv></tu>\n'


@pytest.mark.parametrize("form", ["csv", "tbx", "tmx", "utx", "xlsx"])
def test_a_long_memory_is_converted_without_being_held_in_memory(tmp_path: Path, form: str) -> None:
    path = tmp_path / "long.tmx"
    path.write_text(f"<tmx><body>{''.join(map(UNIT.format, range(5_000)))}</body></tmx>", "utf-8")
    with (tmp_path / f"out.{form}").open("wb") as out:
        write_entries(read_entries(path, Losses()), form, out, losses=Losses())  # loads what is needed
    tracemalloc.start()
    with (tmp_path / f"out.{form}").open("wb") as out:
        count = write_entries(read_entries(path, Losses()), form, out, losses=Losses())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == estimated_entries(path, "tmx") == 5_000
    assert peak < 3_000_000
    assert abs(estimated_entries(tmp_path / f"out.{form}", form) - count) <= 2
