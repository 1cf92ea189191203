"""What the linter says about suppressions: codes with documentation, but with no check that reads a pair."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.finding import Severity
from align.nearest import hint
from align.rule import all_rules
from align.selection import LISTED
from corpus import ConfigError

if TYPE_CHECKING:
    from align.rule import Rule


@dataclass(frozen=True, slots=True)
class Notice:
    """A code that the linter itself reports; documented as a rule is."""

    code: str
    name: str
    severity: Severity
    since: str
    doc: str

    @property
    def family(self) -> str:
        """The three letters of the code."""
        return self.code[:3]

    @property
    def summary(self) -> str:
        """The first line of the documentation: the problem in a sentence."""
        return self.doc.partition("\n")[0]


UNUSED = Notice(
    "SUP001",
    "unused-suppression",
    Severity.WARNING,
    "0.1.0",
    inspect.cleandoc(
        """
        A suppression comment, or one code in it, hides nothing.

        ## Why is this a problem?
        The text was mended or moved since; what is left would hide the next, real error at this place.
        The fix removes the comment, or the code that is not needed.

        ## Known limits
        A code whose rule did not run (not selected, or in need of a source that was not found) is not
        reported.
        """
    ),
)
MALFORMED = Notice(
    "SUP002",
    "malformed-suppression",
    Severity.WARNING,
    "0.1.0",
    inspect.cleandoc(
        """
        A suppression comment cannot be understood, or names a rule that does not exist.

        ## Why is this a problem?
        It hides nothing, and who wrote it believes that it does. The forms are:

            <!-- align: ignore NAM001 -- the man writes himself so -->
            <!-- align: disable PUN, TRM002 -- quoted from an old edition --> … <!-- align: enable -->
            <!-- align: ignore-file CAL -- the author's own translation -->

        and `# align: ignore NAM001 -- reason` in the front matter. Rules are given by code (`NAM001`),
        family (`NAM`) or name; `ALL` is every rule.
        """
    ),
)
UNEXPLAINED = Notice(
    "SUP003",
    "unexplained-suppression",
    Severity.INFO,
    "0.1.0",
    inspect.cleandoc(
        """
        A suppression comment gives no reason.

        ## Why is this a problem?
        The next editor cannot tell whether it still holds. The reason stands behind ` -- `.
        """
    ),
)
NOTICES = (UNUSED, MALFORMED, UNEXPLAINED)


def catalogue() -> tuple[Rule | Notice, ...]:
    """Return everything that has a code, by code: the rules and the notices."""
    return tuple(sorted((*all_rules(), *NOTICES), key=lambda item: item.code))


def described(code: str) -> Rule | Notice:
    """Return the rule or notice of a code or name.

    Raises:
        ConfigError: There is none; the message has the nearest one, or the codes of a family.

    >>> described("unused-suppression").code
    'SUP001'
    """
    items = catalogue()
    for item in items:
        if code.upper() == item.code or code.lower() == item.name:
            return item
    members = [item.code for item in items if item.family == code.upper()]
    if members:
        raise ConfigError(f"{code!r} is a family; name one of its rules: {', '.join(members)}")
    known = {item.code if any(map(str.isdigit, code)) else item.name for item in items}
    raise ConfigError(f"unknown rule {code!r}{hint(code, known) or LISTED}")
