"""Values that remember which words gave them, and by which rule where the words alone do not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

Words = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reason:
    """Tokens `words[0]` to `words[1]` (exclusive) that gave a field, and the rule that read them.

    `rule` is a key of `data/vocabulary/rules.csv`, "" when the words say it themselves.
    """

    words: Words
    rule: str = ""


class Told(str):
    """A value with the tokens that gave it: it stays itself wherever it is handed on or compared.

    A claim often takes a value from far away (whose the missile was that "it" stands for), through
    a chain of "this, or else that". The reason travels with the value, so that no step of the
    chain has to keep it, or can lose it.

    Parameters
    ----------
    value : str
        The value; it equals a plain text.
    words : tuple of int or None
        Tokens first to last (exclusive); None when no words gave it.
    rule : str
        As in `Reason`.
    """

    __slots__ = ("rule", "words")

    words: Words | None
    rule: str

    def __new__(cls, value: str, words: Words | None = None, rule: str = "") -> Self:
        """Return the value with its reason."""
        told = super().__new__(cls, value)
        told.words, told.rule = words, rule
        return told

    def by(self, rule: str) -> Told:
        """Return the value as one that a rule handed on; a rule that it already has stays."""
        return self if self.rule or not self else Told(self, self.words, rule)

    @property
    def reason(self) -> Reason | None:
        """Words and rule, None when no words gave it."""
        return Reason(self.words, self.rule) if self.words is not None else None


UNSAID = Told("")
