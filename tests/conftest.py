"""Fixtures of every folder: one Chromium a session, however many folders open pages in it."""

from browser import chromium, visit  # noqa: F401 - fixtures
