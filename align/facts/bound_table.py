"""The words that hedge a number, in both languages."""

from __future__ import annotations

from align.facts.value import Bound

_BEFORE_ZH = {
    Bound.ABOUT: "约 大约 大概 多达 上 成",
    Bound.NEARLY: "近 将近 接近",
    Bound.OVER: "逾 超 超过 超出 多于 大于 高于 突破",
    Bound.UNDER: "不到 不足 不满 未满 少于 低于 小于",
    Bound.AT_LEAST: "至少 最少",
    Bound.AT_MOST: "至多 最多",
}
_AFTER_ZH = {Bound.ABOUT: "左右 上下", Bound.AT_LEAST: "以上", Bound.AT_MOST: "以下 以内"}
_BEFORE_EN = {
    Bound.ABOUT: "about, around, some, approximately, roughly, circa, an estimated",
    Bound.NEARLY: "nearly, almost, close to",
    Bound.OVER: "over, more than, above, exceeding, exceeded, exceeds, greater than, higher than",
    Bound.UNDER: "under, below, less than, fewer than, lower than",
    Bound.AT_LEAST: "at least, no less than, not less than, no fewer than, not fewer than, minimum of",
    Bound.AT_MOST: "at most, up to, no more than, not more than, not exceeding, not exceed, maximum of",
}

# 不超过, 不会少于, 没有超过: a negation before the word turns its bound around.
NOT_ZH = ("不", "不会", "不能", "不得", "不应", "不可", "没有", "未", "没", "并未", "从未", "尚未")
_VERBS = "ca do does did is are was were has have had wo would could should must"
NOT_EN = frozenset(("not", "never", "cannot", "no", "without", "hardly")) | {
    f"{verb}n{mark}t" for verb in _VERBS.split() for mark in "'’"
}
NEGATED = {Bound.OVER: Bound.AT_MOST, Bound.UNDER: Bound.AT_LEAST}
BEFORE_ZH = {word: bound for bound, words in _BEFORE_ZH.items() for word in words.split()}
AFTER_ZH = {word: bound for bound, words in _AFTER_ZH.items() for word in words.split()}
BEFORE_EN = {word: bound for bound, words in _BEFORE_EN.items() for word in words.split(", ")}
