"""Rebuild `geo/` and `data/` from the packages that carry the raw data.

``python -m sitmap.reference [NAME...]`` builds what is named, or everything in the order below.
"""

import importlib
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from sitmap import resources
from sitmap.errors import SitmapError

#: Modules of this package, each with `build(geo, data, cache)`, in the order they need one another.
BUILDERS = ("areas", "zones", "basemap", "gazetteer", "styles", "registry")


def main(names: Sequence[str]) -> int:
    """Build the named parts of the reference data.

    Parameters
    ----------
    names : sequence of str
        Some of `BUILDERS`; none means all.

    Returns
    -------
    int
        Exit status: 0 done, 2 wrong use or missing raw data.
    """
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    log = logging.getLogger("sitmap.reference")
    unknown = [name for name in names if name not in BUILDERS]
    if unknown:
        log.error("no builder called %s; there are: %s", ", ".join(unknown), ", ".join(BUILDERS))
        return 2
    cache = Path.home() / ".cache" / "sitmap"
    for name in names or BUILDERS:
        log.info("building %s", name)
        try:
            importlib.import_module(f"sitmap.reference.{name}").build(
                resources.geo(), resources.data(), cache
            )
        except SitmapError as error:
            log.error("%s: %s", name, error)  # noqa: TRY400 - the message is the whole story for the user
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
