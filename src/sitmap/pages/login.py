"""The door of an app that is served to others: Streamlit's OpenID Connect, and a list of readers."""

import argparse
import sys
from pathlib import Path

import streamlit as st

from sitmap.errors import SettingsError
from sitmap.pages.login_settings import readers
from sitmap.pages.messages import plain, say


def asked() -> str:
    """File of the login named on the command line, "" for none."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--login", default="")
    known, _ = parser.parse_known_args(sys.argv[1:])
    return str(known.login)


def passed() -> str | None:
    """Let nobody by who is not on the list; draw the door for them.

    Returns
    -------
    str or None
        The reader's e-mail address, "" where no login is asked for; None while the door is closed.
    """
    path = asked()
    if not path:
        return ""
    if not st.user.is_logged_in:
        st.header(say("login.heading"), anchor=False)
        st.button(say("login.enter"), on_click=st.login, type="primary", key="login-enter")
        return None
    email = str(st.user.get("email") or "")
    # A provider that does not say whether it has verified the address is taken at its word.
    verified = st.user.get("email_verified", True) is True
    try:
        admitted = verified and readers(Path(path)).admits(email)
    except SettingsError:
        # What is wrong with the file is told to whoever starts the app, not to whoever knocks.
        admitted = False
    if not admitted:
        st.error(plain(say("login.refused", email=email or say("login.nobody"))))
        st.button(say("login.leave"), on_click=st.logout, key="login-leave")
        return None
    return email
