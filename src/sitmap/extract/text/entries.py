"""What the words of the vocabulary mean."""

from dataclasses import dataclass

from sitmap.extract.text.tokens import Token

#: Roles of prepositions behind which something stands, and with those between two places.
STANDING = frozenset({"in", "at", "near", "off"})
LOCATED = STANDING | {"between"}
#: First words of a phrase by which the lexicon has it.
_LOOKED_UP = 2


@dataclass(frozen=True, slots=True)
class Actor:
    """A state or force: `role` is `name`, `demonym`, `government` or `body`; `kind` the table's."""

    code: str
    kind: str
    role: str


@dataclass(frozen=True, slots=True)
class Force:
    """A noun for people, hulls or vehicles: `what` says what a number before it counts."""

    asset: str
    what: str


@dataclass(frozen=True, slots=True)
class Designation:
    """A proper name of a weapon: whose it is if one state alone has it, and what it is."""

    name: str
    actor: str
    fired: str
    based: str


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb form: `form` is one of its forms, `both` (past and participle) or `any`."""

    verb: str
    frame: str
    form: str


Value = Actor | Force | Designation | Verb | str | float


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the lexicon, `cased` as the table writes them, and what they mean.

    `capitals` says whether any is written with a capital, so that the text must have it too.
    """

    words: tuple[str, ...]
    cased: tuple[str, ...]
    kind: str
    value: Value
    capitals: bool

    def matches(self, tokens: list[Token], keys: list[str], index: int) -> bool:
        """Whether the phrase, whose first two words stand at a token, stands there with the others."""
        length = len(self.words)
        if length > _LOOKED_UP and tuple(keys[index : index + length]) != self.words:
            return False
        return not self.capitals or all(
            _written_alike(word, token.text)
            for word, token in zip(self.cased, tokens[index : index + length], strict=True)
        )


def _written_alike(word: str, text: str) -> bool:
    if not word[:1].isupper():
        return True
    if len(word) > 1 and word.isupper():
        return text.isupper()
    return text[:1].isupper()
