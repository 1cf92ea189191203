"""Broken English: what is left where a word was dropped or moved, such as "the of" or "capital of."."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from align.clues.possessive import NO_OWNERS
from align.finding import Fix, Hit, Severity, in_quotes
from align.rule import Bad, Good, rule
from corpus import Span
from corpus.pattern import either, lazy
from corpus.token import prose_matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair

_SUBJECTS = "he she they we"
_MODALS = "would could should might must cannot"
_PASTS = "were had would could should might"
# Small words, and those that no English sentence has right behind them. Left out are pairs that a verb with
# its preposition makes: "the case I am in charge of was", "what he is is", "the file that it is of", "all we
# have is", and such as join two of them: "ahead of and during", "less than or equal to".
_PAIRS = (
    (
        "the an",
        "of on at by with from for into onto and or but that which who is are was were has had have would"
        f" could should cannot {_SUBJECTS} it its his their our your also as than if because be been , ;",
    ),
    (
        "a",
        f"of at from with into onto that which who have {_PASTS} {_SUBJECTS} its his their also",
    ),
    ("the", "a an to . : ?"),
    ("these", "of"),
    ("a an", "the in to"),
    ("my our your their its", "of on at by with from for and or but that which is are was were has a the an"),
    ("of", f"to would could should might {_SUBJECTS} been be"),
    ("from with into at", f"of would could should {_SUBJECTS} been be"),
    (_MODALS, "been is are was were has had would could should of to into"),
    ("is are was were", "has have would could should did than"),
    ("has have had", "would could should might may can will"),
    (_SUBJECTS, "of the a an been be"),
    ("be been", "has may can will had would could should might"),
    ("very", "that and of"),
    ("than", "but ."),
    ("to", "of had would could"),
    ("in", "exceeded surpassed said told became went came took gave began than would could should"),
    ("and or", ". ; than"),
    ("every", "of in at by with from is are was were has had will would the an"),
)
# Adjectives that are no nouns, and what stands behind a noun only: "a huge beneath the ice".
_ADJECTIVES = either(
    """
    huge serious significant important historic beautiful famous popular rare massive successful severe
    comprehensive powerful long-term recent tiny enormous dangerous strong new similar different further
    """.split()
)
_BEHIND_NOUN = either(
    """
    of on at by with for in from beneath under over between was is were are has had would who which that
    """.split()
)
_A_THING, _AN_ACT = "the a an", "is are was were"
# Longer stretches that no sentence has, by the words that they begin with.
_STRETCHES = (
    (
        "a an A An",
        rf"\s(?:(?:very|more|most)\s)?{_ADJECTIVES}\s{_BEHIND_NOUN}(?![\w’'.-]|\s(?:and|or)\s)",
    ),
    ("the The", r"\sin(?=\s(?:\d|this\s|his\s|their\s|its\s|an?\s|over\s|[A-Z][a-z]))"),
    ("the The", r"\s(?:yesterday|however|although|tomorrow)(?![\w’'-]|\s(?:of|that|we|I)\b)"),
    ("the The", r"\sformer\s(?:the|an?)(?=\s)(?!.*\blatter\b)"),
    ("its the a an", r"\s(?:ian|ese|ean|tion|ization|isation)(?=\s[a-z])"),
    ("aged", r"\s(?:and|or)\s(?:above|over|older|under|below|up)(?![\w’'-])"),
    ("number", r"\sof\s(?:is|was|in|for|with|has|will|by|rose|fell|reached|exceeded)(?![\w’'.-])"),
    (_A_THING, r"\s(?:[\w’'-]{1,20}\s){1,3}of\s?[,.;](?![\w.])"),
    (_A_THING, r"\s\w{1,20}ed\s(?:the|an?)(?!\S)"),
    ("of", r"\sand(?=\s[A-Z][a-z])"),
    ("the", r"\spast\s\d{1,3}\s?[.,;](?![\w.])"),
    (_A_THING, r"\s\w{1,20}(?:[aeiou]tion|ment|ness|ity)\s(?:the|an?)(?!\S)"),
    (_AN_ACT, r"\s(?:confirm|involve|establish|achieve|develop)(?:ation|ment)\s(?:in|by|on|at)(?!\S)"),
    (f"{_MODALS} will", r"\s(?!indeed)[a-z]{3,20}(?<!e)ed(?<!mbed|hred)(?![\w’'-])"),
    (
        "designed written made led caused signed directed created issued founded owned held published",
        r"\sby\s?[,.;]",
    ),
)


def _behind(words: str) -> str:
    """Return a pattern for words and marks that stand behind another word."""
    letters = "|".join(word for word in words.split() if word.isalpha())
    marks = "".join(word for word in words.split() if not word.isalpha())
    return rf"\s(?:{letters})(?![\w'.-])" + (rf"|\s?[{re.escape(marks)}](?![\w.])" if marks else "")


def _words() -> str:
    """Return a pattern whose branches each begin with a letter of their own, so that most are passed over."""
    behind: defaultdict[str, list[str]] = defaultdict(list)
    for first, second in _PAIRS:
        for word in first.split():
            behind[word].append(_behind(second))
            if word == "the":
                behind["The"].append(_behind(second))
    for first, stretch in _STRETCHES:
        for word in first.split():
            behind[word].append(stretch)
    initials: defaultdict[str, list[str]] = defaultdict(list)
    for word, patterns in behind.items():
        initials[word[0]].append(f"{word[1:]}(?:{'|'.join(patterns)})")
    return "|".join(f"{initial}(?:{'|'.join(branches)})" for initial, branches in initials.items())


_WORDS = f"(?P<words>{_words()})"
# It begins with a class of characters, which the search skips to: a look-behind would be tried everywhere.
_BROKEN = lazy(rf"[\s(“\"]{_WORDS}")
# A sentence that begins with what stands behind its subject, or with a preposition alone.
_OPENING = lazy(
    r"""
    (?P<words>
        (?:Is|Are|Was|Were|Has|Would|Could|Should|May|Does)\s
          (?:also|been|not|be|have|\w{2,20}ly|based|\w{2,20}ed|\w{2,20}en)\b(?=[^?]{15,}\.$)
      | (?:Shows?|Beat|Told|Called|Believes?|Says?)\s(?:that\s)?(?:the\s[a-zA-Z]|[A-Z][a-z])(?=[^?!:]{15,}\.$)
      | (?:In|At|By|Of|From|With),(?=\s\w)
      | [,;](?=\s\w) | \.(?=\s[A-Z][a-z])
      | Also\s(?:hopes|wants|expects|believes|intends|says|stresses|said\sthat)\b(?=[^?!:]{15,}\.$)
      | (?:According\sto|In|On|At|Last|This|Looking\sahead)\b(?:[^,.;:“”"]|(?<=\d):(?=\d)){0,50},\s
          (?:received|expressed|believes|announced|attended|hopes|recommended|issued|caused|told)\s
          (?:an?|the|that|his|its|optimism|their)\b
      | (?:(?:General|Prime|Foreign|Vice|Deputy|Defen[cs]e|Finance|Interior)\s){1,2}
          (?:Secretary|Minister|Premier|President|Chancellor)\s
          (?:has|had|also|said|told|met|visited|attended|stressed|emphasi[sz]ed)\b(?=[^?!:]{15,}\.$)
      | Said\s(?:that(?=\s(?:the|he|she|it|they|there)\b)
          | (?:China|France|Germany|Russia|Japan|Britain|Iran|Israel|India|Ukraine|Turkey)
          (?=\s["“]?(?:soon|would|will|had|has|is|was)\b))(?=[^?!:]{15,}\.["”]?$)
      | (?:[A-Z][\w’-]+\s){0,3}(?:Minister|Premier|Secretary|Chancellor)\s
          (?:[A-Z][\w’-]+\s){1,3}the(?=\s(?!elder|younger)(?:[a-z]|[A-Z]{2})[^?!:;]{15,}\.$)
    )
    """,
    re.VERBOSE,
)
_LEADING_MARKS = frozenset("，,、；;。.…")  # of a source that begins in the middle of a sentence itself
LONGEST_LAST = 12  # characters of "because." with blanks around it and a line end
_LAST_WORD = lazy(
    r"\s(?P<words>(?:the|an|of\sthe|because|which|my|their|our|than|very|been|and|or|he|they|we)\s?[.。])$"
)
# What a noun must follow, at the end of a sentence: "hundreds of." In a question and a clause it may stand
# before: "what it is due to."
LONGEST_PHRASE = 24  # characters of "thousands of." with blanks around it and a line end
_LAST_PHRASE = lazy(
    rf"""
    \s(?P<words>
        (?: because\sof | due\sto | such\sas | as\swell\sas | in\sorder\sto | with\sno | according\sto
          | (?:hundreds|thousands|millions|billions|tens|dozens|a\snumber)\sof | including | despite | whose
          | every | an?\s{_ADJECTIVES}
        )\s?[.。]$
    )
    """,
    re.VERBOSE,
)
_ASKED_FOR = lazy(r"(?i)\b(?:wh(?:o|om|ose|at|ich|y|ere|en|ether|ile)|how|that)\b")
# Nothing stands between a preposition and the stop but a blank, as if a name had been cut out.
_CUT_OUT = lazy(r"\s(?P<words>(?:in|of|at|from|with|by|for|to|on|the)\s[.,;])(?![\w.])")
_EMPTY = lazy(r"(?P<words>\((?:especially|including|such\sas|mainly|mostly|notably|particularly)\s?\))")
_LONE_ARTICLE = lazy(r"\b(?P<words>(?:on|of|in|with|for|to|as|by|from|at|into)\sa\s?[.,;])(?![\w.])")
_SPACED_MARK = lazy(r"\s[.,;:?!]")
# A possessive whose owner was cut out, and not only a blank before it: "by ’s plant".
_DETACHED = lazy(rf"(?:,|\b(?:{'|'.join(sorted(NO_OWNERS))})) (?P<words>[’']s) (?=[a-z])")
_AN = lazy(
    r"(?<![\w’'.-])(?P<words>an) (?=[bcdfgjklmnpqrstvwyz][a-z]*[aeiouy])(?P<next>[a-z]{3,}(?![\w’'-]))"
)
_A = lazy(
    r"(?<![\w’'.-])(?P<words>a|(?<![a-z] )A) (?P<next>(?:[ai][a-z]{3,}|e(?!u|w)[a-z]{3,}"
    r"|o(?!ne|nce|ui)[a-z]{3,}|un(?![ia])[a-z]{3,}|ul[a-z]{3,})(?![\w’'-]))"
)
# What makes such words good English: "whether they be near", "where she had been", "and so could he".
_INVERTED = lazy(r"(?i)\b(?:whether|if|lest|that|would|could|should|might|must|may|can|will|shall) $")
_CLAUSE = lazy(r"(?i)\b(?:where|what|who|how|as|than|never|ever|always)\w*\b[^.!?;]*$")
_COMPARED = lazy(
    r"(?i)\b(?:than|as|nor|neither|am|is|are|was|were|do|does|did|has|had|will|would|could|should|can) ?$"
)
_PREPOSITION = lazy(
    r"(?i)\b(?:in|at|by|for|with|after|before|during|under|within) $"
)  # "In the city the streets"
_RIGHT_BEHIND = {"be": _INVERTED, "been": _CLAUSE, **dict.fromkeys(("he", "they", "we"), _COMPARED)}
LIMIT_BEFORE = 60  # characters
_OLD = lazy(r"(?i)\b(?:thou|thee|thy|thine|ye|hath|doth|shalt|unto|whosoever)\b")
_NOT_ENGLISH = frozenset(("ella", "elle", "esta", "este", "esto", "estos"))


@rule(
    code="COV003",
    name="broken-english",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    bad=(
        Bad("", "The plant is in ⟦the of⟧ the city."),
        Bad("", "It was once ⟦the capital of,⟧ a busy town."),
        Bad("", "The car was ⟦designed by,⟧ and built in Liuzhou."),
        Bad("", "⟦Is also⟧ built in a plant near the sea."),
        Bad("", "⟦In,⟧ 300 workers built the first car."),
        Bad("", "Sales ⟦would been⟧ higher."),
        Bad("", "The market is far from ⟦the.⟧"),
        Bad("", "The fair, the second of its kind, opened ⟦in .⟧"),
        Bad("", "It was built by ⟦’s⟧ engineers."),
        Bad("", "It has grown fast in ⟦the past 25.⟧"),
        Bad("", "They insisted ⟦on a.⟧"),
        Bad("", "They build cars ⟦(especially )⟧ and bicycles."),
        Bad("工厂五月开业。", "⟦,⟧ the plant opened in May."),
        Bad("", "⟦Also hopes⟧ to build a plant near the sea."),
        Bad("", "⟦At 15:50 on Monday, received a⟧ call from the plant."),
        Bad("", "Prices rose by 3%, ⟦the in⟧ 12 years."),
        Bad("", "The fair was called off ⟦because of.⟧"),
        Bad("", "They lost cars, bicycles and ⟦thousands of.⟧"),
        Bad("", "They opened ⟦a new in⟧ Liuzhou last year. All children ⟦aged and over⟧ may come."),
        Bad("", "He is a friend of ⟦the former a⟧ chairman. It has ⟦its ian⟧ roots."),
        Bad("", "She bought ⟦the yesterday⟧ car."),
        Bad("", "⟦Prime Minister said⟧ on Monday that the plant would open."),
        Bad("", "⟦Said that⟧ the plant would open in May."),
        Bad("", "⟦Foreign Minister Li Hua the⟧ head of the company on Monday."),
    ),
    good=(
        Good("", "It is the car that he dreamed of, and the one he paid for."),
        Good("", "Is it also built there?"),
        Good("", "The plant, of which he is the head, is in the out-of-town park."),
        Good("", "Vitamin A and vitamin B"),
        Good("", "All cars, whether they be big or small, are built here. Why should they be?"),
        Good("", "She could leave, and so could he."),
        Good("", "She did not say where she had been. In the city the streets are paved."),
        Good("", "It was built by University A students."),
        Good("", "It is , he said , the house that he grew up in ."),
        Good("", "It is the result of and the answer to that. It is less than, or equal to, five."),
        Good("", "The man I spoke to was late. All I want to be is rich. A good time was had by all."),
        Good("", "Also included is a map. The money they had was enough, and all we have is time."),
        Good("，工厂开业。", ", the plant opened."),
        Good("", "The plant ’s gate is open."),
        Good("", "A new in-house team wrote a number of reports; he knows whom they are due to."),
        Good("", "There was nothing in between, and all that he had were things there are hundreds of."),
        Good("", "Li and Wang came, the former a driver and the latter a cook."),
        Good("", "It was a strong, a new and a good team, and every by-law is a major in his army."),
        Good("", "Said that way, it is right. Prime Minister Li said so."),
        Good("", "Foreign Minister Li Hua, the head of the company, came on Monday."),
        Good("", "They gave Minister Li Hua the keys to the new plant."),
        Good("", "Whosoever he be of all thy seed, he shall come unto me."),
        Good("", "He opens at 8 a.m. and has what it takes to be The One."),
    ),
)
def broken_english(pair: Pair, context: Context) -> Iterator[Hit]:
    """Words stand together that cannot, so that one between them must be missing or moved.

    ## Why is this a problem?
    A word of the source is probably lost.

    ## Known limits
    Only small words are looked at, and only pairs of them that no sentence has. Old English (*thou*, *unto*)
    has its own grammar and is left alone.
    """
    spans = _broken(pair.tgt)
    opening = _OPENING.match(pair.tgt)
    if opening and pair.src[:1] not in _LEADING_MARKS:
        spans.append(Span(*opening.span("words")))
    if spans and not _OLD.search(pair.tgt):
        for span in spans:
            yield Hit(f"a word is missing or misplaced at {in_quotes(span.of(pair.tgt))}", tgt=span)


def _broken(text: str) -> list[Span]:
    """Return the words and marks inside a text that cannot stand together."""
    found = [
        Span(*match.span("words"))
        for pattern in _asked(text)
        for match in prose_matches(pattern, text)
        if not _is_right(match, text)
    ]
    if first := _BROKEN.match(f" {text}"):
        found.append(Span(*first.span("words")).shift(-1))
    return found


def _asked(text: str) -> list[re.Pattern[str]]:
    """Return the patterns that may find something in a text, by signs that are looked for at no cost."""
    asked = [_BROKEN]
    if " ’s " in text or " 's " in text:
        asked.append(_DETACHED)
    if (" ." in text or " ," in text) and len(_SPACED_MARK.findall(text)) == 1:
        asked.append(_CUT_OUT)
    if "(" in text:
        asked.append(_EMPTY)
    if " a." in text or " a," in text or " a ." in text:
        asked.append(_LONE_ARTICLE)
    if _LAST_WORD.search(text, max(0, len(text) - LONGEST_LAST)):
        asked.append(_LAST_WORD)
    if _LAST_PHRASE.search(text, max(0, len(text) - LONGEST_PHRASE)) and not _ASKED_FOR.search(text):
        asked.append(_LAST_PHRASE)
    return asked


def _is_right(match: re.Match[str], text: str) -> bool:
    """Tell whether what stands before makes good English of a pair of words, or of a last one."""
    words = match["words"].rstrip(" .。").split()
    fronted = len(words) == len(("the", "city", "the")) and words[-1] in ("the", "a", "an")
    pattern = _PREPOSITION if fronted else _RIGHT_BEHIND.get(words[-1])
    start = match.start("words")
    return pattern is not None and pattern.search(text, max(0, start - LIMIT_BEFORE), start) is not None


@rule(
    code="COV006",
    name="wrong-article",
    severity=Severity.INFO,
    since="0.1.0",
    into="en",
    bad=(
        Bad("", "It was ⟦an⟧ success.", fixed="It was a success."),
        Bad("", "It has ⟦a⟧ engine and ⟦a⟧ unusual door.", fixed="It has an engine and an unusual door."),
    ),
    good=(
        Good("", "It was an hour, an honest man, an SUV, an x-ray and an mRNA vaccine."),
        Good("", "It was a one-off, a university, a European car, a unit, a ewe and a user."),
        Good("", "points a and b; à la carte"),
    ),
)
def wrong_article(pair: Pair, context: Context) -> Iterator[Hit]:
    """*An* stands before a consonant, or *a* before a vowel.

    ## Why is this a problem?
    A word between them may have been dropped or changed.

    ## Known limits
    Words in capitals, with *h*, or with *u* that may sound like *you* are left alone.
    """
    for pattern, right in ((_AN, "a"), (_A, "an")):
        for match in prose_matches(pattern, pair.tgt):
            if match["next"] in _NOT_ENGLISH:
                continue
            span = Span(*match.span("words"))
            article = right.capitalize() if span.of(pair.tgt)[0].isupper() else right
            yield Hit(
                f"{article} {match['next']}, not {span.of(pair.tgt)}",
                tgt=span,
                fix=Fix(span, article, safe=True),
            )
