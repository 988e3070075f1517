"""The page's words: one catalogue, `data/messages.toml`."""

import string
import tomllib
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from sitmap import resources

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def section(name: str) -> "Mapping[str, str]":
    """All messages of one section.

    Parameters
    ----------
    name : str
        A table of the catalogue.

    Returns
    -------
    mapping of str to str
        Read-only.

    Raises
    ------
    KeyError
        If the catalogue has no such section.
    """
    catalogue = tomllib.loads(resources.data("messages.toml").read_text(encoding="utf-8"))
    return MappingProxyType(catalogue[name])


def say(key: str, **values: object) -> str:
    """One message with its values put in.

    Parameters
    ----------
    key : str
        Section and name: "intake.read".
    **values
        For the placeholders of the message.

    Returns
    -------
    str

    Raises
    ------
    KeyError
        If there is no such message, or a value is not given.
    """
    name, _, entry = key.partition(".")
    return section(name)[entry].format(**values)


def count(key: str, number: int) -> str:
    """Message for a number: `key` with "_one" or "_many", and the number as `{n}`."""
    return say(f"{key}_{'one' if number == 1 else 'many'}", n=f"{number:,}")


def day(value: date) -> str:
    """Day in words: "1 Nov 2024"."""
    return f"{value.day} {value:%b %Y}"


def plain(text: str) -> str:
    """Text of a report or file name, for a place where Streamlit reads Markdown: shown, never obeyed."""
    return "".join(f"\\{sign}" if sign in string.punctuation else sign for sign in text)
