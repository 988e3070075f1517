"""Reading news reports: bytes in, `Report` objects out, and every fault by name.

`parse` reads one file's bytes, `load` reads files, folders, archives, web addresses and standard input,
`samples` lists the reports that come with sitmap, `foreign` the passages of a text that are not in English.
The suffix decides how a file is read, its media type how an answer from the web is.

What is said of `Report.text`: line ends are LF, a byte order mark is gone, and every character is
one that XML 1.0 allows: NUL and the other control characters but tab and line feed have become
U+FFFD, one for one, and so has half a surrogate pair. Nothing else is changed: bidirectional
marks, markup and template braces stay as they were written, and whoever displays them makes them
safe. Offsets refer to this text.
"""

from sitmap.reports.batch import Loaded, parse
from sitmap.reports.language import foreign, language_name
from sitmap.reports.load import load
from sitmap.reports.record import Meta
from sitmap.reports.samples import Sample, samples

__all__ = ["Loaded", "Meta", "Sample", "foreign", "language_name", "load", "parse", "samples"]
