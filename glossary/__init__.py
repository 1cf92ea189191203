"""What things are called in the other language."""

from glossary.term import Entry, Kind, Status, Term

__all__ = ["Entry", "Kind", "Status", "Term"]
