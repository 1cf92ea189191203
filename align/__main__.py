"""``python -m align`` is ``align``."""

from __future__ import annotations

from align.cli import main

main()
