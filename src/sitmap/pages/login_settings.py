"""The file that says who may come in when the app is served beyond this machine: checked before it starts.

No message holds a value of the file: only the names of its keys.
"""

import ipaddress
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sitmap.errors import SettingsError

#: What Streamlit's OpenID Connect needs in `[auth]`.
_KEYS = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
_CALLBACK = "/oauth2callback"
#: Shortest secret that cookies are signed with, in characters: 128 bits, written in hexadecimal digits.
_SECRET = 32
#: Rights of others on the file, of which there must be none.
_OTHERS = 0o077


@dataclass(frozen=True, slots=True)
class Readers:
    """Who may come in.

    Parameters
    ----------
    emails : frozenset of str
        Addresses, in lower case.
    domains : frozenset of str
        Domains all of whose addresses may, in lower case.
    """

    emails: frozenset[str]
    domains: frozenset[str]

    def admits(self, email: str) -> bool:
        """Whether an address may come in.

        Parameters
        ----------
        email : str
            As the identity provider vouches for it.
        """
        address = email.strip().lower()
        _, at, domain = address.rpartition("@")
        return bool(at) and (address in self.emails or domain in self.domains)


def is_loopback(host: str) -> bool:
    """Whether an address to bind is one that only this machine reaches."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def check(host: str, path: str) -> None:
    """Make sure that what is served beyond this machine asks for a login.

    Parameters
    ----------
    host : str
        Address to bind.
    path : str
        The file of the login, "" for none.

    Raises
    ------
    SettingsError
        If there is no file where one is needed, or it cannot be followed.
    """
    if path:
        readers(Path(path))
    elif not is_loopback(host):
        raise SettingsError(
            f"{host} can be reached from other machines, and anybody there could read and review: give a "
            "file of settings with --login (the README's 'Serving others' has one), or leave --host out"
        )


def readers(path: Path) -> Readers:
    """Read who may come in.

    Parameters
    ----------
    path : Path
        A TOML file with the tables ``[auth]``, as Streamlit has it, and ``[readers]``.

    Returns
    -------
    Readers

    Raises
    ------
    SettingsError
        If the file cannot be read, others may read it, or something in it is missing or unsafe.
    """
    found = _toml(path)
    auth, admitted = _table(found, "auth", path), _table(found, "readers", path)
    for key in _KEYS:
        if not isinstance(auth.get(key), str) or not auth[key]:
            raise SettingsError(f"{path}: auth.{key} is missing: it is a text, from your identity provider")
    _check_safe(auth, path)
    emails, domains = (_texts(admitted, key, path) for key in ("emails", "domains"))
    if not emails | domains:
        raise SettingsError(
            f"{path}: [readers] admits nobody: list emails, or domains all of whose addresses may come in"
        )
    return Readers(emails, domains)


def _toml(path: Path) -> Mapping[str, Any]:
    try:
        if os.name == "posix" and path.stat().st_mode & _OTHERS:
            raise SettingsError(f"{path}: holds secrets and others may read it: chmod 600 it")
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise SettingsError(f"{path}: cannot be opened ({fault.strerror}): check --login") from fault
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        # The fault would quote the line, and with it a secret.
        raise SettingsError(f"{path}: is not TOML: correct it there") from None


def _table(found: Mapping[str, Any], name: str, path: Path) -> Mapping[str, Any]:
    table = found.get(name)
    if not isinstance(table, dict):
        raise SettingsError(f"{path}: the table [{name}] is missing: the README's 'Serving others' has one")
    return table


def _check_safe(auth: Mapping[str, str], path: Path) -> None:
    if len(auth["cookie_secret"]) < _SECRET:
        raise SettingsError(
            f"{path}: auth.cookie_secret is shorter than {_SECRET} characters: let a program draw one, such "
            "as python -c 'import secrets; print(secrets.token_hex())'"
        )
    for key in ("redirect_uri", "server_metadata_url"):
        address = urlsplit(auth[key])
        if address.scheme != "https" and not is_loopback(address.hostname or ""):
            raise SettingsError(f"{path}: auth.{key} must begin with https://, or the login can be overheard")
    if urlsplit(auth["redirect_uri"]).path != _CALLBACK:
        raise SettingsError(
            f"{path}: auth.redirect_uri must be the address of the app and {_CALLBACK}, as it stands at your "
            "identity provider"
        )


def _texts(table: Mapping[str, Any], key: str, path: Path) -> frozenset[str]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise SettingsError(f"{path}: readers.{key} must be a list of texts")
    return frozenset(each.strip().lower().removeprefix("@") for each in value) - {""}
