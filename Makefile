# `make demo` and `make test` work on a machine that has only Python 3.11 or later and make.
PYTHON ?= $(firstword $(foreach python,python3 python3.14 python3.13 python3.12 python3.11 python,$(shell \
	$(python) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(python))))
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
STORY := corpus/pang-apple-meta

.PHONY: help demo test lint types tests score floors confidence golden pictures bench dist clean

help: ## show the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 10

$(VENV)/pyvenv.cfg:
	@test -n "$(PYTHON)" || { echo "claimcheck needs Python 3.11 or later; none was found (say where: make PYTHON=/path/to/python)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/pyvenv.cfg pyproject.toml
	$(PIP) install --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/pyvenv.cfg pyproject.toml
	$(PIP) install --editable '.[dev]'
	@touch $@ $(VENV)/.installed

demo: $(VENV)/.installed ## compare the sample story; contradictions (exit code 1) are what it must find
	@$(BIN)/claimcheck compare $(STORY); code=$$?; \
	if [ $$code -eq 1 ]; then echo; echo "Contradictions found, as they should be (claimcheck's exit code is 1)."; \
	else echo "claimcheck compare ended with exit code $$code; 1 was expected" >&2; exit 1; fi

test: lint types tests ## everything that must pass: ruff, mypy, pytest

lint: $(VENV)/.dev ## ruff check and ruff format --check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev ## mypy --strict
	$(BIN)/mypy

tests: $(VENV)/.dev ## pytest
	$(BIN)/python -m pytest

score: $(VENV)/.installed ## precision and recall on the annotated stories
	$(BIN)/claimcheck corpus score

floors: $(VENV)/.dev ## propose new floors for tests/quality/floors.yaml; raises only
	$(BIN)/python -m tests.quality.floors

confidence: $(VENV)/.dev ## fit the weights of the confidence on corpus/, and write docs/accuracy.md's tables of it
	$(BIN)/python benchmarks/confidence.py

golden: $(VENV)/.dev ## rewrite the golden reports; review the diff
	$(BIN)/python -m pytest tests/golden --update-golden

pictures: $(VENV)/.dev ## take the README's pictures from a real run; needs a Chromium
	$(BIN)/python -m docs.pictures

bench: $(VENV)/.dev ## speed of the extraction, beside Duckling's, and of the start
	$(PIP) install --editable '.[bench]' || echo "no Duckling for this platform; its row is left out"
	$(BIN)/python benchmarks/extract.py
	$(BIN)/python benchmarks/startup.py

dist: $(VENV)/.dev ## build the wheel into dist/
	$(PIP) wheel --no-deps --wheel-dir dist .

clean: ## take the virtual environment and the caches away
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
