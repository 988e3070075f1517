"""Scripts and style sheets of the page, as they lie beside it."""

from importlib import resources


def text(name: str) -> str:
    """Read a file of `assets/`."""
    return resources.files(__package__).joinpath("assets", name).read_text(encoding="utf-8")
