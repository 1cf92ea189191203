"""The forms of an English word, right or wrong for its class: a pattern cares that it is the same word."""

from __future__ import annotations

from functools import cache

from corpus.pattern import lazy

# Words whose other forms do not follow from their letters, those that set phrases are made of.
_IRREGULAR = """
arise arose arisen; awake awoke; bear bore borne born; beat beaten; become became; begin began begun;
bite bit bitten; blow blew blown; break broke broken; bring brought; build built; burn burnt; buy bought;
catch caught; choose chose chosen; come came; deal dealt; dig dug; do did done does; draw drew drawn;
dream dreamt; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt;
fight fought; find found; fly flew flown flies; forget forgot forgotten; freeze froze frozen; get got gotten;
give gave given; go went gone goes; grow grew grown; hang hung; have has had; hear heard; hide hid hidden;
hold held; keep kept; know knew known; lay laid; lead led; leap leapt; leave left; lend lent; light lit;
lie lay lain lying; lose lost losing; make made; mean meant; meet met; mow mown; pay paid; ride rode ridden;
rise rose risen; run ran; say said; see saw seen; seek sought; sell sold; send sent; shake shook shaken;
shine shone; shoot shot; show shown; shrink shrank shrunk; sing sang sung; sink sank sunk sunken; sit sat;
sleep slept; slide slid; speak spoke spoken; spend spent; spit spat; stand stood; steal stole stolen;
stick stuck; sting stung; strike struck; sweep swept; swell swollen; swim swam swum; swing swung; take took
taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown; tie tying; wear wore worn;
weep wept; win won; wind wound; write wrote written; die dying;
calf calves; child children; elf elves; foot feet; goose geese; half halves; knife knives; leaf leaves;
life lives; man men; mouse mice; ox oxen; person people; shelf shelves; thief thieves; tooth teeth;
wife wives; wolf wolves; woman women
"""
_FORMS = {words[0]: words[1:] for words in (entry.split() for entry in _IRREGULAR.split(";"))}
_ENDS_IN_HISS = lazy("(?:[sxz]|[cs]h|o)$")
_ENDS_IN_Y = lazy("[^aeiou]y$")
_DOUBLES = lazy("^[^aeiou\\W]{0,3}[aeiou][bdgklmnprtz]$")  # stop, but not eat


@cache
def forms_of(word: str) -> tuple[str, ...]:
    """Return a word in lower case and all its forms, the longest first.

    Regular endings are added whatever the class of the word, so some forms do not exist.

    >>> forms_of("bury")
    ('burying', 'buried', 'buries', 'bury')
    >>> "fed" in forms_of("feed"), "stopped" in forms_of("stop"), "eating" in forms_of("eat")
    (True, True, True)
    """
    word = word.lower()
    found = {word, *_FORMS.get(word, ())}
    if word.isalpha() and word.isascii():
        found |= {_stem(word) + "ing", _past(word)}
    if _ENDS_IN_Y.search(word):
        found.add(word[:-1] + "ies")
    else:
        found.add(word + ("es" if _ENDS_IN_HISS.search(word) else "s"))
    return tuple(sorted(found, key=lambda form: (-len(form), form)))


def _stem(word: str) -> str:
    if _DOUBLES.search(word):
        return word + word[-1]
    return word[:-1] if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) else word


def _past(word: str) -> str:
    if _ENDS_IN_Y.search(word):
        return word[:-1] + "ied"
    return word + "d" if word.endswith("e") else _stem(word) + "ed"


_BASE = {form: words[0] for words in map(str.split, _IRREGULAR.split(";")) for form in words[1:]}
# The first ending that leaves three letters is taken off. Forms of one word agree, some words that
# have nothing to do with each other agree as well: good enough to ask whether two texts share a word.
_ENDINGS = ("iness", "ingly", "edly", "ies", "ied", "ing", "ness", "ed", "es", "ly", "s", "e", "y")


@cache
def stem_of(word: str) -> str:
    """Return what the forms of a word have in common.

    >>> [stem_of(word) for word in ("Foxes", "fox", "ran", "running", "cities", "happily", "wolves")]
    ['fox', 'fox', 'run', 'run', 'cit', 'happi', 'wolf']
    """
    word = word.lower()
    word = _BASE.get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls" else word
