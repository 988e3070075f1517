"""Every error that sitmap raises on purpose.

::

    SitmapError
    ├── ReportError        a report cannot be read: names the file and the place in it
    ├── CoordinateError    a latitude or longitude that no point on Earth has
    ├── PlaceError         a place look-up that was asked wrongly
    ├── ZoneError          a zone query that was asked wrongly
    ├── SchemaError        a layer that breaks the contract; lists every fault
    ├── ExportError        a destination that cannot be written, or a format not known
    ├── HandlingError      a handling mark that is not known, or a release that it does not allow
    ├── ChangesError       a saved situation that cannot be read again, or not compared
    ├── SymbolError        sides for symbols that are not known or do not go together
    ├── SettingsError      a settings file that cannot be followed
    ├── CaseError          a case file that cannot be used, or a review that cannot be taken
    │   └── ConflictError  another reader has decided meanwhile: names who, what and when
    └── ResourceError      reference data is missing or damaged

Each message says what is wrong, where, and what to do. Nothing else is caught and hidden: another
exception that leaves sitmap is a defect of ours.
"""


def printable(text: str) -> str:
    """Text of a stranger, such as a file name, for one line of a terminal or a log.

    Parameters
    ----------
    text : str
        Anything, also a file name whose bytes are no text.

    Returns
    -------
    str
        The same, with characters that do not print written as escapes.
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


class SitmapError(Exception):
    """Base of all errors below; the CLI prints it as one line and exits with 2."""


class ReportError(SitmapError):
    """A report cannot be read.

    Parameters
    ----------
    source : str
        The file, URL or "standard input".
    problem : str
        What is wrong, where in the file, and what to do.
    """

    def __init__(self, source: str, problem: str) -> None:
        super().__init__(source, problem)
        self.source = source
        self.problem = problem

    def __str__(self) -> str:
        return f"{printable(self.source)}: {self.problem}"


class CoordinateError(SitmapError, ValueError):
    """A latitude outside -90 to 90, a longitude outside -180 to 180, or a distance that is none on Earth."""


class PlaceError(SitmapError):
    """A place look-up that was asked wrongly."""


class ZoneError(SitmapError):
    """A maritime zone query that was asked wrongly."""


class SchemaError(SitmapError):
    """A layer that breaks the contract of ``schema.py``.

    Parameters
    ----------
    layer : str
        Name of the layer.
    faults : list of str
        Every fault found, not just the first.
    """

    def __init__(self, layer: str, faults: list[str]) -> None:
        super().__init__(layer, faults)
        self.layer = layer
        self.faults = faults

    def __str__(self) -> str:
        return f"layer {self.layer!r}: " + "; ".join(self.faults)


class ExportError(SitmapError):
    """A destination that cannot be written, or a format that is not known."""


class HandlingError(SitmapError):
    """A handling mark that is not known, or a release that it does not allow."""


class ChangesError(SitmapError):
    """A saved situation that cannot be read again, or not be compared with another."""


class SymbolError(SitmapError):
    """Sides for symbols that are not known or do not go together, or a symbol that is not drawn."""


class SettingsError(SitmapError):
    """A settings file that cannot be followed: names the file, the key and what may stand there."""


class CaseError(SitmapError):
    """A case file that cannot be used, or a review that cannot be taken."""


class ConflictError(CaseError):
    """Another reader has decided on the same thing since this one looked."""


class ResourceError(SitmapError):
    """Reference data is missing or damaged."""
