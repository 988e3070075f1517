"""Bounds of what comes in: `data/intake.toml`, and a file of the user's own that changes them."""

import ipaddress
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sitmap import resources
from sitmap.errors import SettingsError

#: Environment variable that names a user's own settings.
OWN_SETTINGS = "SITMAP_SETTINGS"
_SECTIONS = ("fetch", "feed", "archive")
#: A greatest port and, for the other numbers, a bound beyond which a bound bounds nothing.
_LAST_PORT, _MOST = 65535, 1_000_000

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is taken in, and from where.

    Parameters
    ----------
    allow : tuple of network
        Beyond the public internet, what may be asked.
    ports : frozenset of int
        Of the public internet, what may be asked.
    max_seconds : int
        For one address, from the look-up of its name to the last byte.
    max_redirects : int
    max_bytes : int
        Of one answer, packed and unpacked.
    max_entries, max_pages : int
        Of one feed: entries, and of these the pages that are fetched.
    """

    allow: tuple[Network, ...]
    ports: frozenset[int]
    max_seconds: int
    max_redirects: int
    max_bytes: int
    max_entries: int
    max_pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveLimits:
    """How much is taken of one archive.

    Parameters
    ----------
    max_files : int
    max_bytes, max_file_bytes : int
        Unpacked: of all its files together, and of one.
    max_ratio : int
        Of a file's size to its packed size.
    """

    max_files: int
    max_bytes: int
    max_file_bytes: int
    max_ratio: int


@cache
def table(name: str) -> Mapping[str, Any]:
    """One table of `data/intake.toml`, read-only."""
    found = tomllib.loads(resources.data("intake.toml").read_text(encoding="utf-8"))
    return MappingProxyType(found[name])


def limits() -> Limits:
    """Bounds in force: the shipped ones, and what the user's own file says otherwise.

    Raises
    ------
    SettingsError
        If the own file cannot be read, or a key of it is not known or no such value.
    """
    own, (fetch, feed, _) = _sections()
    return Limits(
        allow=tuple(_network(each, own) for each in _list(fetch, "allow", own)),
        ports=frozenset(_whole(each, "ports", own, most=_LAST_PORT) for each in _list(fetch, "ports", own)),
        max_seconds=_number(fetch, "max_seconds", own),
        max_redirects=_number(fetch, "max_redirects", own),
        max_bytes=_megabytes(fetch, "max_mb", own),
        max_entries=_number(feed, "max_entries", own),
        max_pages=_number(feed, "max_pages", own),
    )


def archive_limits() -> ArchiveLimits:
    """Bounds of archives in force.

    Raises
    ------
    SettingsError
        As `limits`.
    """
    own, (_, _, archive) = _sections()
    return ArchiveLimits(
        max_files=_number(archive, "max_files", own),
        max_bytes=_megabytes(archive, "max_total_mb", own),
        max_file_bytes=_megabytes(archive, "max_file_mb", own),
        max_ratio=_number(archive, "max_ratio", own),
    )


def _sections() -> tuple[str, list[dict[str, Any]]]:
    """Name of the user's own file, "" for none, and each section with what that file changes."""
    own = os.environ.get(OWN_SETTINGS, "")
    changed = _own(Path(own).expanduser()) if own else {}
    return own, [{**table(name), **changed.get(name, {})} for name in _SECTIONS]


def _own(path: Path) -> dict[str, dict[str, Any]]:
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        problem = f"cannot be opened ({fault.strerror}): correct or unset {OWN_SETTINGS}"
        raise SettingsError(f"{path}: {problem}") from fault
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise SettingsError(f"{path}: is not TOML ({fault}): correct it there") from fault
    for name, section in found.items():
        if name not in _SECTIONS or not isinstance(section, dict):
            raise SettingsError(f"{path}: [{name}] is no section: there are {', '.join(_SECTIONS)}")
        for key in section:
            if key not in table(name):
                raise SettingsError(f"{path}: {name}.{key} is no setting: there are {', '.join(table(name))}")
    return found


def _list(section: Mapping[str, Any], key: str, path: str) -> list[object]:
    value = section[key]
    if not isinstance(value, list):
        raise SettingsError(f"{path}: {key} must be a list, not {value!r}")
    return value


def _whole(value: object, key: str, path: str, *, most: int = _MOST) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= most:
        raise SettingsError(f"{path}: {key} must be a whole number from 1 to {most}, not {value!r}")
    return value


def _number(section: Mapping[str, Any], key: str, path: str) -> int:
    return _whole(section[key], key, path)


def _megabytes(section: Mapping[str, Any], key: str, path: str) -> int:
    return _number(section, key, path) * 1_000_000


def _network(value: object, path: str) -> Network:
    try:
        if isinstance(value, str):
            return ipaddress.ip_network(value, strict=False)
    except ValueError:
        pass
    raise SettingsError(f'{path}: allow must list networks such as "10.20.0.0/16", not {value!r}')
