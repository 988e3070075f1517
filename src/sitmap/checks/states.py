"""Names of states in sentences."""

from functools import cache

from sitmap import resources


@cache
def _names() -> dict[str, str]:
    actors = resources.rows(resources.data("vocabulary", "actors.csv"))
    names = {row["actor"]: row["names"].split("|")[0] for row in actors if row["kind"] == "state"}
    # Those that English puts an article before.
    articles = resources.rows(resources.data("checks", "articles.csv"))
    return names | {row["code"]: row["name"] for row in articles}


def name(code: str) -> str:
    """Name a state by its ISO 3166-1 alpha-3 code: "Japan", "the Philippines"; the code if not known."""
    return _names().get(code, code)


def possessive(code: str) -> str:
    """Possessive of a state's name: "Japan's", "the Philippines'"."""
    known = name(code)
    return f"{known}'" if known.endswith("s") else f"{known}'s"
