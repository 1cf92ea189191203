"""What a text is, where it comes from, and where it is kept."""

from corpus.document import OBJECT, Block, Comment, Document, Lang, Role, Segment
from corpus.errors import BackendError, BitextError, ConfigError, InputError, OffsetError
from corpus.offsets import OffsetMap, Piece
from corpus.span import Span

__all__ = [
    "OBJECT",
    "BackendError",
    "BitextError",
    "Block",
    "Comment",
    "ConfigError",
    "Document",
    "InputError",
    "Lang",
    "OffsetError",
    "OffsetMap",
    "Piece",
    "Role",
    "Segment",
    "Span",
]
