"""What stands on the front of a file that has no front: title, time and handling mark as JSON or one line."""

import json

from sitmap import schema, words
from sitmap.handling import mark
from sitmap.product import Cover, Product


def as_json(product: Product) -> str:
    """Tell what a product is.

    Returns
    -------
    str
        JSON object with `title`, `as_of` (UTC, ISO 8601), `handling` and `audience`, each "" when not told,
        and `reports`: the ids of all reports, also of those that hold no claim.
    """
    cover = product.cover
    told = {
        "title": schema.text(cover.title),
        "as_of": words.stamp(cover.as_of) if cover.as_of else "",
        "handling": cover.handling,
        "audience": mark(cover.handling).audience if cover.handling else "",
        "reports": [schema.text(report.report_id) for report in product.reports],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def line(cover: Cover) -> str:
    """Say one line: "TLP:AMBER. North Korea and Japan. As of 1 Nov 2024, 12:00 UTC", "" for nothing."""
    as_of = words.say("document.as_of", time=words.instant(cover.as_of)) if cover.as_of else ""
    return ". ".join(filter(None, (cover.handling, " ".join(schema.text(cover.title).split()), as_of)))
