"""Names of states."""


def name(code: str) -> str:
    """English name of a state by its ISO 3166-1 alpha-3 code, the code itself when it is not known."""
    return code


def possessive(code: str) -> str:
    """Possessive of a state's name: "Japan's", "Philippines'"."""
    known = name(code)
    return f"{known}'" if known.endswith("s") else f"{known}'s"
