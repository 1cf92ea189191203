"""Where the inline tokens of Markdown stand: markdown-it knows it while it parses, and forgets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    InlineRule = Callable[[StateInline, bool], bool]
    BlockRule = Callable[[StateBlock, int, int, bool], bool]

PLACE = "place"  # the key in Token.meta: (start, end) in the text of the inline token


def placing_parser() -> MarkdownIt:
    """Return a parser of CommonMark, tables and strikethrough whose inline tokens know their places.

    Every rule that makes tokens is wrapped, so that they carry the place where the rule began and ended.
    Plain text between two of them carries none: it begins where the token before it ends. The steps that
    join neighbouring texts are switched off, as are footnotes mistaken for the definition of a link.
    """
    from markdown_it import MarkdownIt, rules_block, rules_inline

    parser = (
        MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable(["text_join", "fragments_join"])
    )
    rules: dict[str, InlineRule] = {
        "newline": rules_inline.newline,
        "escape": rules_inline.escape,
        "backticks": rules_inline.backtick,
        "strikethrough": rules_inline.strikethrough.tokenize,
        "emphasis": rules_inline.emphasis.tokenize,
        "link": rules_inline.link,
        "image": rules_inline.image,
        "autolink": rules_inline.autolink,
        "html_inline": rules_inline.html_inline,
        "entity": rules_inline.entity,
    }
    for name, rule in rules.items():
        parser.inline.ruler.at(name, _placing(rule))
    parser.block.ruler.at("reference", _without_footnotes(rules_block.reference))
    return parser


def _placing(rule: InlineRule) -> InlineRule:
    def placed(state: StateInline, silent: bool) -> bool:
        start, known = state.pos, len(state.tokens)
        found = rule(state, silent)
        if found and len(state.tokens) > known:
            _note_places(state.tokens[known:], start, state.pos)
        return found

    return placed


def _note_places(tokens: Sequence[Token], start: int, end: int) -> None:
    """Note on the tokens that a rule made which part of the text each stands for."""
    last = tokens[-1]
    if last.type == "link_close":
        opening = next(token for token in tokens if token.type == "link_open")
        opening.meta[PLACE] = (start, start + 1)
        last.meta[PLACE] = (end, end)
        if last.markup == "autolink":
            tokens[-2].meta[PLACE] = (start + 1, end - 1)
    elif last.type == "text":
        _note_marks(tokens, start, end)
    else:
        last.meta[PLACE] = (start, end)


def _note_marks(tokens: Sequence[Token], start: int, end: int) -> None:
    """Note the places of marks such as ``**``, each a token; the first token may be the text before them."""
    for token in reversed(tokens):
        if end == start:
            break
        token.meta[PLACE] = (end - len(token.content), end)
        end -= len(token.content)


def _without_footnotes(rule: BlockRule) -> BlockRule:
    def referenced(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        start = state.bMarks[start_line] + state.tShift[start_line]
        return not state.src.startswith("[^", start) and rule(state, start_line, end_line, silent)

    return referenced
