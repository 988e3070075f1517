"""The line that a person reads first."""

import pytest

import sitmap


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "The Houthis fired two missiles from Yemen on 3 May 2025.",
            "2 Houthi missiles launched from Yemen",
        ),
        (
            "Iran launched about 200 missiles at Israel on 1 October 2024.",
            "About 200 Iranian missiles launched from Iran",
        ),
        (
            "A North Korean missile fell 250 km west of Okushiri Island on 12 July 2023.",
            "North Korean missile came down about 250 km west of Okushiri Island",
        ),
        (
            "A North Korean missile fell 100 km off Kushiro on 12 July 2023.",
            "North Korean missile came down about 100 km off Kushiro",
        ),
        (
            "A North Korean missile fell in the Sea of Japan on 12 July 2023.",
            "North Korean missile came down in the Sea of Japan",
        ),
        (
            "France will send 200 soldiers to Romania, the defence ministry said.",
            "200 French troops planned in Romania",
        ),
        (
            "Up to 8,000 North Korean soldiers are in the Kursk region.",
            "Up to 8,000 North Korean troops in Kursk Oblast",
        ),
    ],
)
def test_a_line_reads_as_english(text, line):
    (claim,) = sitmap.read_text(text, published="2025-06-10").claims
    assert claim.summary == line
