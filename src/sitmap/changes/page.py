"""The change page: one HTML file without a script. All text of reports is escaped by Jinja's autoescape."""

from functools import cache
from importlib import resources

from jinja2 import Environment, Template

from sitmap import content, words
from sitmap.changes.compare import Changes
from sitmap.handling import mark


@cache
def _template() -> Template:
    text = resources.files("sitmap.changes").joinpath("page.html").read_text(encoding="utf-8")
    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(text)


def html(changes: Changes, *, title: str = "", handling: str = "") -> str:
    """Draw the change page.

    Parameters
    ----------
    changes : Changes
        As `compare` gives them.
    title : str
        Heading; "Since last time" when empty.
    handling : str
        Mark at top and bottom, as `handling.marks` write it, "" for none.

    Returns
    -------
    str
        HTML that opens from disk, runs nothing and asks for nothing.
    """
    return _template().render(
        content.clean(
            {
                "title": title or "Since last time",
                "mark": None,
                "old": {"name": changes.old.name, "as_of": changes.old.as_of},
                "new": {"name": changes.new.name, "as_of": changes.new.as_of},
                "kinds": dict(words.table("kind")),
                "added": [dict(row) for row in changes.added],
                "withdrawn": [{"claim": dict(gone.claim), "why": gone.why} for gone in changes.withdrawn],
                "changed": [
                    {
                        "claim": dict(change.claim),
                        "fields": [
                            {"name": f.name, "meaning": f.meaning, "before": f.before, "after": f.after}
                            for f in change.fields
                        ],
                    }
                    for change in changes.changed
                ],
                "same": changes.same,
            }
        )
        | {"mark": mark(handling) if handling else None}
    )
