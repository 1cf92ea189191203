"""What several tests need: the installed command, and a cache folder of their own."""

from __future__ import annotations

import os
import subprocess
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# A slow machine is no fault of the code, and the first example of a test may load a dictionary.
settings.register_profile("align", deadline=None)
settings.load_profile("align")
Align = Callable[..., "subprocess.CompletedProcess[str]"]
COMMAND = Path(sysconfig.get_path("scripts"), "align")


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    os.environ["ALIGN_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def align(tmp_path: Path) -> Align:
    """Run the installed `align` in a folder of its own."""

    def run(
        *arguments: object, cwd: Path = tmp_path, given: str | None = None
    ) -> subprocess.CompletedProcess[str]:
        words = [str(COMMAND), *map(str, arguments)]
        return subprocess.run(
            words, cwd=cwd, input=given, capture_output=True, encoding="utf-8", timeout=120, check=False
        )

    return run
