"""What lies beside reports in a folder or an archive, told by its name alone."""

from pathlib import PurePath

from sitmap.reports.batch import ARCHIVES, READERS

#: Names of files that lie beside reports and speak of them.
_ABOUT = frozenset({"readme", "licence", "license", "changelog", "contributing"})
#: What the archive tool of macOS adds to each archive.
_MACOS = "__MACOSX"


def why_not(path: PurePath) -> str:
    """Why a file met in a folder or archive is no report.

    Parameters
    ----------
    path : PurePath
        Its name within the folder.

    Returns
    -------
    str
        "" when it may be one.
    """
    if any(part == _MACOS or (part.startswith(".") and part != "..") for part in path.parts):
        return "it is hidden"
    if path.suffix.lower() not in {*READERS, *ARCHIVES}:
        return f"its suffix is none of {', '.join((*READERS, *sorted(ARCHIVES)))}"
    if path.stem.lower() in _ABOUT:
        return "it describes the folder; give it by name to read it"
    return ""
