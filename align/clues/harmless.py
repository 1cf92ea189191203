"""English phrases with a word that may render a negation, which render none: more than, last year, so far."""

from __future__ import annotations

from corpus.pattern import lazy

_HARMLESS = lazy(
    r"""(?ix)
    \b(?:(?:more|higher|greater|larger|bigger|better|later|earlier|sooner|faster|longer|older|younger|closer
      |stronger|wider|taller|richer|heavier|further|farther|deeper)\s+(?:\w+\s+)?than
    | the\s+last(?=[,.])
    | last\s+(?:year|month|week|weekend|night|summer|winter|spring|autumn|season|quarter|decade|century|time
      |\w+day|january|february|march|april|may|june|july|august|september|october|november|december)
    | the\s+(?:last|past)\s+(?:few|two|three|four|five|six|seven|eight|nine|ten|\d+|several)
    | (?:a|the\s+first|the\s+next|next|every|quite\s+a)\s+(?:few|little)
    | little\s+(?:boy|girl|brother|sister)
    | (?:so|by|as|thus)\s+far | far\s+(?:more|greater|better|ahead|higher|larger)
    | under\s+(?:the(?!\s+age)|an?|this|that|these|its|his|her|their|our|article|section|chapter|construction
      |way|review|investigation|discussion|attack|pressure)
    | (?:carr(?:y|ied|ies|ying)|point(?:s|ed|ing)?|turn(?:s|ed|ing)?|work(?:s|ed|ing)?|roll(?:s|ed|ing)?
      |find(?:s|ing)?|found|la(?:y|id|ys|ying)|br(?:eaks?|oke|oken|eaking)|hand(?:s|ed|ing)?
      |reach(?:es|ed|ing)?|figur(?:e|ed|es|ing)|check(?:s|ed|ing)?|com(?:e|es|ing)|came|brings?|brought|fill(?:s|ed|ing)?
      |sp(?:ell|elt|ells|elled|elling)|stands?|stood|start(?:s|ed|ing)?|set(?:s|ting)?|single[sd]?
      |sort(?:s|ed|ing)?|hang(?:s|ing)?)\s+out
    | (?:set|sets|setting|kick(?:s|ed|ing)?|took|tak(?:e|es|en|ing)|show(?:s|ed|ing)?)\s+off
    | left[ -](?:hand|leg|arm|foot|eye|side|wing|back|lane|shoulder|knee)(?:ed|er)?
    | (?:on|to|turn)\s+(?:the|his|her)?\s*left
    | free(?:\s+of\s+charge|[ -](?:trade|kicks?|market)|\s+(?:time|speech|will|press|ports?|flow))
    | right\s+away | work(?:s|ed|ing)?\s+hard | hard\s+work | not\s+(?:only|just|merely)
    | (?:no|without)\s+doubt
    | nevertheless | nonetheless | wireless | bless)\b
    | ,\s+too\b | \btoo(?=[.!]) | \b(?-i:No)\.\s?\d | (?-i:\bLimited\b|\bMiss\s[A-Z])
    """
)


def without_harmless(english: str) -> str:
    """Return an English text with a blank for every such phrase.

    >>> without_harmless("It was carried out last year, under the age of 18.")
    'It was    , under the age of 18.'
    """
    return _HARMLESS.sub(" ", english)
