"""Residue of the process: remarks, prompts, tokens and credits that are no part of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.remark import SHORT, begins_sentence, find_remarks, may_have_remark
from align.finding import Fix, Hit, Severity
from align.rule import Bad, Good, rule
from corpus import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair

BLANKS = " \u00a0\u3000"


def has_trigger(pair: Pair, context: Context) -> bool:
    """Tell whether a translation has a word without which it has no remark."""
    return may_have_remark(pair.tgt)


@rule(
    code="RES001",
    name="translators-remark",
    severity=Severity.ERROR,
    since="0.1.0",
    needs=has_trigger,
    bad=(
        Bad("", "⟦Sure! Here is the English translation:⟧ It opened in May.", fixed="It opened in May."),
        Bad("", "It hurt them.⟦The wording appears to be somewhat disorganized.⟧", fixed="It hurt them."),
        Bad("工厂五月开业。", "⟦As an AI language model, I cannot verify that the plant opened in May.⟧"),
        Bad("", "⟦I'm sorry, but I can't assist with this request.⟧"),
        Bad("", "It opened in May. (⟦Note: The original text does not name the plant.⟧)"),
        Bad("他吃了馒头。", "He had a mantou (⟦Translator's note:⟧ a steamed bun)."),
        Bad("The plant opened in May.", "⟦以下是这段文字的中文翻译：⟧工厂五月开业。", src_lang="en"),
        Bad("The plant opened in May.", "⟦译文：⟧工厂五月开业。", src_lang="en"),
        Bad("The plant opened in May.", "⟦以下是譯文：⟧工廠五月開業。", src_lang="en"),
    ),
    good=(
        Good(
            "", "The chatbot wrote, “As an AI language model, I cannot say,” and “Here is the translation:”."
        ),
        Good("", "Here is the translation that won the prize. As an AI model, Kimi reads long texts."),
        Good("以下是译文。", "Here is the translation."),
        Good("Here is the translation.", "以下是譯文。", src_lang="en"),
        Good("（译者注：一种馒头）", "(Translator's note: a steamed bun)"),
        Good("It will be translated.", "以下是翻译公司的名单。", src_lang="en"),
        Good("", "Note that the original plant was closed. The text of the law appears in full below."),
    ),
)
def translators_remark(pair: Pair, context: Context) -> Iterator[Hit]:
    """A translator or a model talks about the translation in the middle of it.

    ## Why is this a problem?
    The reader is shown the workshop. A remark about unclear wording also says that the place before
    it was not understood: look at it again.

    ## Known limits
    What stands between quotation marks is left alone, and so is what the source says as well. A note
    of the translator may be meant to be printed; it is a warning.
    """
    return _hits(pair, "remark", "delete this remark")


@rule(
    code="RES002",
    name="prompt-text",
    severity=Severity.ERROR,
    since="0.1.0",
    needs=has_trigger,
    bad=(
        Bad("工厂五月开业。", "⟦Translate the following text into English:⟧ The plant opened in May."),
        Bad("The plant opened.", "⟦请将以下内容翻译成中文：⟧工厂开业。", src_lang="en"),
        Bad("The plant opened.", "⟦請將以下內容翻譯成繁體中文：⟧工廠開業。", src_lang="en"),
        Bad("", "⟦You are a professional translator.⟧ The plant opened in May."),
    ),
    good=(
        Good("请将以下内容翻译成英文。", "Translate the following text into English."),
        Good("", "He typed “Translate the following text into English” and waited."),
        Good("", "They translate the news into English."),
    ),
)
def prompt_text(pair: Pair, context: Context) -> Iterator[Hit]:
    """The instruction to a model stands in the text.

    ## Why is this a problem?
    It was copied along with the answer, or the model translated the instruction too.
    """
    return _hits(pair, "prompt", "delete this instruction")


@rule(
    code="RES003",
    name="model-token",
    severity=Severity.ERROR,
    since="0.1.0",
    needs=has_trigger,
    bad=(
        Bad("", "⟦[INST]⟧ The plant opened in May. ⟦[/INST]⟧"),
        Bad("", "⟦<think>⟧The user wants English.⟦</think>⟧ The ⟦<unk>⟧ plant opened.⟦<|im_end|>⟧"),
        Bad("", "The pl⟦@@ ⟧ant opened."),
    ),
    good=(
        Good("标记<unk>表示生词。", "The token <unk> stands for new words."),
        Good("", "The plant opened @ noon; 1 < 2 and 3 > 2. ### stands for a heading."),
    ),
)
def model_token(pair: Pair, context: Context) -> Iterator[Hit]:
    """A mark of a model or of its prompt format stands in the text, such as `[INST]`, `<think>` or `<unk>`.

    ## Why is this a problem?
    Such marks are for machines. `<unk>` stands for a word that the model did not know: it is missing here.
    """
    for hit in _hits(pair, "token", "delete this mark"):
        assert hit.tgt is not None, "a remark is found in the target"
        if hit.tgt.of(pair.tgt).strip() not in pair.src:
            yield hit


@rule(
    code="RES004",
    name="machine-credit",
    severity=Severity.INFO,
    since="0.1.0",
    bad=(
        Bad("", "This article ⟦is a translation by ChatGPT⟧ of a Chinese report."),
        Bad("", "⟦This article was translated by DeepL⟧."),
        Bad("This is a report.", "⟦本文由AI翻译⟧。", src_lang="en"),
    ),
    good=(Good("", "“This article was translated by AI,” it said. The novel is a translation by Li Wen."),),
)
def machine_credit(pair: Pair, context: Context) -> Iterator[Hit]:
    """The text says that a machine translated it.

    ## Why is this a problem?
    It may be meant as a credit, or have been forgotten; decide before it is printed.
    """
    return _hits(pair, "credit", "keep this only if it is meant as a credit")


def _hits(pair: Pair, kind: str, advice: str) -> Iterator[Hit]:
    for remark, span in find_remarks(pair.tgt, pair.src, kind=kind):
        yield Hit(
            f"{advice}: {remark.note}",
            tgt=span,
            fix=_deletion(pair.tgt, span) if remark.certain and kind not in SHORT else None,
            severity=None if remark.certain else Severity.WARNING,
        )


def _deletion(text: str, span: Span) -> Fix | None:
    """Return a fix that deletes a remark that is a sentence of its own, with the blanks before it."""
    if not begins_sentence(text, span.start):
        return None
    start = span.start
    while start > 0 and text[start - 1] in BLANKS:
        start -= 1
    end = span.end
    while start == 0 and end < len(text) and text[end] in BLANKS:
        end += 1
    return Fix(Span(start, end), "", safe=False)
