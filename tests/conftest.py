"""Fixtures of every folder: one Chromium a session, however many folders open pages in it."""

import os

from browser import chromium, visit  # noqa: F401 - fixtures

# No test finds what another kept, nor anything of the user's own; those of `kept` say otherwise.
os.environ["SITMAP_CACHE"] = "off"
