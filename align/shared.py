"""What the articles of one run share: the encoder that was asked for, and what was rendered how before."""

from __future__ import annotations

from dataclasses import dataclass, field

LIMIT_SEEN = 200_000  # renderings remembered; what comes later in a huge file is compared with these


@dataclass(eq=False)
class Shared:
    """What one run knows besides the article in hand; ``encoder`` is loaded when a rule asks for it."""

    encoder: str = "none"
    _seen: dict[int, tuple[int, str]] = field(default_factory=dict, repr=False)
    _file: str = field(default="", init=False, repr=False)
    _new: dict[int, tuple[int, str]] = field(default_factory=dict, init=False, repr=False)

    def begin(self, file: str) -> None:
        """Begin with a file; of one that is looked at again, as it was mended, the last look counts."""
        if file != self._file:
            self._seen |= self._new
        self._file, self._new = file, {}

    def likeness(self, chinese: str, english: str) -> float:
        """Return how alike two texts are in what they mean: the cosine of their vectors."""
        from align.aligner.encode import load_encoder

        first, second = load_encoder(self.encoder).encode([chinese, english])
        return float(first @ second)

    def rendered_otherwise(self, source: str, rendering: str, article: str) -> str | None:
        """Return the name of an earlier article that renders a piece of the source in another way.

        The first rendering is remembered, as a hash, with its article: memory does not grow with the texts.

        >>> shared = Shared()
        >>> shared.rendered_otherwise("开放时间", "Opening hours", "a.md")
        >>> shared.rendered_otherwise("开放时间", "Open time", "b.md")
        'a.md'
        """
        key, digest = hash(source), hash(rendering)
        first = self._seen.get(key) or self._new.get(key)
        if first is None:
            if len(self._seen) + len(self._new) < LIMIT_SEEN:
                self._new[key] = digest, article
            return None
        first_digest, first_article = first
        return first_article if first_digest != digest and first_article != article else None
