"""A learned decision beside the rules, kept for comparison: `tests/benchmarks/bench_learned.py`."""
