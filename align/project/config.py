"""Reads the settings of a project: ``align.toml``, or ``[tool.align]`` in ``pyproject.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from align.nearest import hint
from align.paths import absolute
from align.project.glob import Glob
from align.project.pairs import TAGS
from align.project.settings import PairPattern, Settings
from align.selection import check_selectors
from corpus import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

OWN_FILE = "align.toml"
SHARED_FILE = "pyproject.toml"
KINDS = {
    bool: "true or false",
    str: "a string",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "a table",
}


def load_settings(start: Path) -> Settings:
    """Return the settings for a file or folder: those of the nearest configuration file above it.

    Raises:
        ConfigError: The file is not TOML, or has a key, value or rule code that is unknown.
    """
    path = find_config(start)
    return read_settings(path) if path else Settings(start if start.is_dir() else start.parent)


def find_config(start: Path) -> Path | None:
    """Return the nearest ``align.toml``, or ``pyproject.toml`` with ``[tool.align]``, from a path upwards."""
    place = absolute(start)
    for folder in (place, *place.parents):
        own, shared = folder / OWN_FILE, folder / SHARED_FILE
        if own.is_file():
            return own
        if shared.is_file() and _table(shared) is not None:
            return shared
    return None


def read_settings(path: Path) -> Settings:
    """Return the settings that a configuration file holds.

    Raises:
        ConfigError: The file is not TOML, or has a key, value or rule code that is unknown.
    """
    table = _table(path) or {}
    root = path.parent
    values: dict[str, object] = {}
    for key, value in table.items():
        if key not in READERS:
            raise ConfigError(f"{path}: unknown key {key!r}{_key_hint(path, key)}")
        name, read = READERS[key]
        values[name] = read(value, Key(path, key, root))
    return Settings(root=root, path=path, **values)  # type: ignore[arg-type]  # READERS gives each its type


def _key_hint(path: Path, key: str) -> str:
    if key == "tool" and path.name == OWN_FILE:
        return f"; in {OWN_FILE} the keys stand at the top, without [tool.align]"
    return hint(key, READERS)


def _table(path: Path) -> Mapping[str, object] | None:
    """Return the table that is ours in a file; None in a ``pyproject.toml`` without one."""
    import tomllib  # most folders have no settings

    try:
        parsed = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 (byte {error.start + 1}); TOML is always UTF-8") from error
    except (ValueError, RecursionError) as error:
        problem = "nested too deeply" if isinstance(error, RecursionError) else error
        raise ConfigError(f"{path}: not TOML: {problem}") from error
    if path.name != SHARED_FILE:
        return parsed
    table = parsed.get("tool", {}).get("align") if isinstance(parsed.get("tool"), dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"{path}: tool.align: expected a table, got {_kind(table)}")
    return table


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a configuration file, for messages, and the folder that its paths start from."""

    path: Path
    name: str
    root: Path

    def wrong(self, expected: str, value: object) -> ConfigError:
        """Return the error of a value of the wrong type."""
        return ConfigError(f"{self}: expected {expected}, got {_kind(value)}")

    def inner(self, name: str) -> Key:
        """Return a key of the table that this key holds."""
        return Key(self.path, f"{self.name}.{name}", self.root)

    def __str__(self) -> str:
        return f"{self.path}: {self.name}"


def _kind(value: object) -> str:
    return KINDS.get(type(value), "a date or time")


def _text(value: object, key: Key) -> str:
    if not isinstance(value, str):
        raise key.wrong("a string", value)
    return value


def _flag(value: object, key: Key) -> bool:
    if not isinstance(value, bool):
        raise key.wrong("true or false", value)
    return value


def _texts(value: object, key: Key) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise key.wrong("a list of strings", value)
    return tuple(_text(item, key) for item in value)


def _codes(value: object, key: Key) -> tuple[str, ...]:
    from align.suppressions.notice import catalogue

    codes = _texts(value, key)
    check_selectors(codes, catalogue(), where=str(key))
    return codes


def _file_codes(value: object, key: Key) -> tuple[tuple[Glob, tuple[str, ...]], ...]:
    if not isinstance(value, dict):
        raise key.wrong("a table of patterns and lists of rules", value)
    return tuple(
        (Glob(pattern), _codes(codes, key.inner(f'"{pattern}"'))) for pattern, codes in value.items()
    )


def _globs(value: object, key: Key) -> tuple[Glob, ...]:
    return tuple(Glob(pattern) for pattern in _texts(value, key))


def _path(value: object, key: Key) -> Path:
    return key.root / Path(_text(value, key)).expanduser()


def _paths(value: object, key: Key) -> tuple[Path, ...]:
    return tuple(_path(item, key) for item in (value if isinstance(value, list) else [value]))


def _format(value: object, key: Key) -> str:
    from align.report import FORMATS

    name = _text(value, key)
    if name not in FORMATS:
        raise ConfigError(f"{key}: unknown format {name!r}{hint(name, FORMATS)}")
    return name


def _lang(value: object, key: Key) -> str:
    if value not in TAGS:
        raise ConfigError(f"{key}: expected 'zh' or 'en', got {value!r}")
    return _text(value, key)


def _pairs(value: object, key: Key) -> tuple[PairPattern, ...]:
    if isinstance(value, dict):
        return tuple(_pair(source, target, key) for source, target in value.items())
    if not isinstance(value, list):
        raise key.wrong("a list of { source, target } or a table", value)
    return tuple(_pair_table(item, key) for item in value)


def _pair_table(value: object, key: Key) -> PairPattern:
    if not isinstance(value, dict):
        raise key.wrong("{ source, target }", value)
    for name in value:
        if name not in ("source", "target"):
            raise ConfigError(f"{key}: unknown key {name!r}{hint(name, ('source', 'target'))}")
    for name in ("source", "target"):
        if name not in value:
            raise ConfigError(f"{key}: {name!r} is missing")
    return _pair(value["source"], value["target"], key)


def _pair(source: object, target: object, key: Key) -> PairPattern:
    pair = PairPattern(Glob(_text(source, key)), Glob(_text(target, key)))
    if pair.source.wildcards != pair.target.wildcards:
        raise ConfigError(f"{key}: {source!r} and {target!r} must have the same wildcards in the same order")
    return pair


READERS: dict[str, tuple[str, Callable[[object, Key], object]]] = {
    "baseline": ("baseline", _path),
    "builtin": ("builtin", _flag),
    "exclude": ("exclude", _globs),
    "extend-select": ("extend_select", _codes),
    "fixable": ("fixable", _codes),
    "glossary": ("glossary", _paths),
    "ignore": ("ignore", _codes),
    "output-format": ("output_format", _format),
    "pairs": ("pairs", _pairs),
    "per-file-ignores": ("per_file_ignores", _file_codes),
    "select": ("select", _codes),
    "source-lang": ("source_lang", _lang),
    "unfixable": ("unfixable", _codes),
}
