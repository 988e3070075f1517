"""`geo/README.md` names everything that lies in the folder, and nothing that does not."""

import re

from sitmap import resources


def test_every_entry_stands_and_nothing_else():
    text = resources.geo("README.md").read_text(encoding="utf-8")
    there = {path.name for path in resources.geo().iterdir()} - {"README.md", "registry.toml"}
    rows = re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)
    assert {name.rstrip("/") for name in rows} == there
