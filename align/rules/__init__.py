"""The rules, a module a family or a part of one; importing them registers their rules."""

from align.rules import consistency, doubled, names, quotes, spacing, stops, terms, width

__all__ = ["consistency", "doubled", "names", "quotes", "spacing", "stops", "terms", "width"]
