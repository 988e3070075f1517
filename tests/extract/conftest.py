"""A stand-in for the gazetteer: a few real places, found in a text by their names."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from sitmap import extract
from sitmap.model import Claim, Place, Report, Span, Toponym

#: Name, type, country, latitude, longitude, first-level division.
_PLACES = (
    ("Russia", "country", "RUS", 60.0, 100.0, ""),
    ("Ukraine", "country", "UKR", 49.0, 32.0, ""),
    ("Japan", "country", "JPN", 35.7, 139.7, ""),
    ("North Korea", "country", "PRK", 40.0, 127.0, ""),
    ("South Korea", "country", "KOR", 36.5, 127.8, ""),
    ("Iran", "country", "IRN", 32.0, 53.0, ""),
    ("Iraq", "country", "IRQ", 33.0, 44.0, ""),
    ("Syria", "country", "SYR", 35.0, 38.0, ""),
    ("Niger", "country", "NER", 17.0, 9.0, ""),
    ("Estonia", "country", "EST", 58.8, 25.5, ""),
    ("Latvia", "country", "LVA", 56.9, 24.9, ""),
    ("Poland", "country", "POL", 52.0, 20.0, ""),
    ("Qatar", "country", "QAT", 25.3, 51.2, ""),
    ("Somalia", "country", "SOM", 6.0, 48.0, ""),
    ("Djibouti", "country", "DJI", 11.8, 42.6, ""),
    ("Taiwan", "island", "TWN", 23.7, 121.0, ""),
    ("Kursk region", "admin1", "RUS", 51.7, 36.3, ""),
    ("Kharkiv", "town", "UKR", 49.99, 36.23, "Kharkiv Oblast"),
    ("Sumy", "town", "UKR", 50.91, 34.8, "Sumy Oblast"),
    ("Odesa", "town", "UKR", 46.48, 30.73, "Odesa Oblast"),
    ("Okushiri Island", "island", "JPN", 42.157, 139.451, "Hokkaido"),
    ("Sunan", "town", "PRK", 39.2, 125.67, "Pyongyang"),
    ("Pyongyang", "town", "PRK", 39.03, 125.75, "Pyongyang"),
    ("Baikonur", "launch-site", "KAZ", 45.96, 63.3, ""),
    ("Sohae", "launch-site", "PRK", 39.66, 124.7, ""),
    ("Cape Canaveral", "launch-site", "USA", 28.49, -80.58, "Florida"),
    ("Al Asad air base", "base", "IRQ", 33.79, 42.44, "Anbar"),
    ("Busan", "port", "KOR", 35.1, 129.04, ""),
    ("Guam", "island", "GUM", 13.44, 144.79, ""),
    ("Sea of Japan", "sea", "", 40.0, 135.0, ""),
    ("Gulf of Aden", "sea", "", 12.0, 48.0, ""),
    ("Red Sea", "sea", "", 20.0, 38.5, ""),
    ("Aden", "town", "YEM", 12.78, 45.04, "Aden"),
    ("RAF Akrotiri", "base", "GBR", 34.59, 32.98, ""),
    ("Tapa", "town", "EST", 59.26, 25.96, ""),
    ("Tehran", "town", "IRN", 35.69, 51.39, "Tehran"),
    ("Riga", "town", "LVA", 56.95, 24.11, ""),
    ("Bryansk", "town", "RUS", 53.25, 34.37, ""),
    ("Musudan", "launch-site", "PRK", 40.86, 129.67, ""),
    ("Wonsan", "town", "PRK", 39.15, 127.44, ""),
    ("Voronezh region", "admin1", "RUS", 51.0, 40.2, ""),
)


def _toponyms(text: str) -> tuple[Toponym, ...]:
    found: list[Toponym] = []
    taken: set[int] = set()
    for name, kind, country, lat, lon, admin1 in sorted(_PLACES, key=lambda row: -len(row[0])):
        place = Place(
            place_id=f"test:{name}", name=name, type=kind, country=country, lat=lat, lon=lon, admin1=admin1
        )
        for match in re.finditer(rf"\b{re.escape(name)}\b", text, re.IGNORECASE):
            if not taken & set(range(*match.span())):
                taken |= set(range(*match.span()))
                found.append(Toponym(span=Span(*match.span()), text=match.group(), place=place, score=0.9))
    return tuple(sorted(found, key=lambda toponym: toponym.span))


@pytest.fixture
def toponyms() -> Callable[[str], tuple[Toponym, ...]]:
    return _toponyms


@pytest.fixture
def read() -> Callable[..., tuple[Claim, ...]]:
    """Claims of a text published, unless said otherwise, on Friday, 1 November 2024."""

    def claims(text: str, *, published: date | None = date(2024, 11, 1), tz: str = "") -> tuple[Claim, ...]:
        report = Report(report_id="test", text=text, published=published, tz=tz)
        return extract.claims(report, _toponyms(text))

    return claims
