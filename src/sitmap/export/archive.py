"""ZIP archives that are the same for the same content."""

import io
import zipfile
from collections.abc import Mapping

#: Zip archives keep local times and begin in 1980; a fixed one keeps the archive the same.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_REGULAR_FILE = 0o100644 << 16


def packed(contents: Mapping[str, bytes]) -> bytes:
    """Pack files into a ZIP archive: the same input gives the same bytes.

    Parameters
    ----------
    contents : mapping of str to bytes
        By file name, in the order of the archive.

    Returns
    -------
    bytes
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archived:
        for name, data in contents.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _REGULAR_FILE
            archived.writestr(entry, data)
    return made.getvalue()
