"""Write tables as TOML 1.0, which the standard library only reads."""

import json
import re
from collections.abc import Mapping
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def text(table: Mapping[str, Any]) -> str:
    """TOML of nested tables of text, numbers, truth values and lists of them.

    Parameters
    ----------
    table : mapping
        Written in its order, what is no table before what is.

    Returns
    -------
    str
    """
    return "\n".join(_lines(table, ())).lstrip("\n") + "\n"


def _lines(table: Mapping[str, Any], path: tuple[str, ...]) -> list[str]:
    values = {key: value for key, value in table.items() if not isinstance(value, Mapping)}
    inner = {key: value for key, value in table.items() if isinstance(value, Mapping)}
    head = ["", f"[{'.'.join(path)}]"] if path and (values or not inner) else []
    found = head + [f"{_key(key)} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    for key, value in inner.items():
        found += _lines(value, (*path, _key(key)))
    return found


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else json.dumps(key, ensure_ascii=False)
