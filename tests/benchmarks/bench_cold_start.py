"""Cold start: `sitmap map` on one report against importing its heaviest libraries alone.

    python tests/benchmarks/bench_cold_start.py [REPORT]

Runs both commands in turn and prints the median of the ratio pair by pair; the bound is 3.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sitmap import resources

ROUNDS = 7
BASELINE = [sys.executable, "-c", "import geopandas, folium"]


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    report = sys.argv[1] if len(sys.argv) > 1 else str(resources.data("samples", "founding.json"))
    with tempfile.TemporaryDirectory() as folder:
        command = [
            str(Path(sys.executable).with_name("sitmap")),
            "map",
            report,
            "-o",
            str(Path(folder, "map.html")),
        ]
        seconds(BASELINE), seconds(command)  # warm the file cache for both
        pairs = [(seconds(BASELINE), seconds(command)) for _ in range(ROUNDS)]
        size = Path(folder, "map.html").stat().st_size
    baseline, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(mine / theirs for theirs, mine in pairs)
    lines = (
        f"import geopandas, folium  {baseline:.2f} s",
        f"sitmap map                {ours:.2f} s",
        f"ratio                     {ratio:.2f} (bound 3)",
        f"HTML                      {size / 1e6:.2f} MB (bound 2)",
    )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
