# Needs Python 3.11 or newer with pip, make and git; everything else is installed into .venv.
PYTHON ?= $(shell command -v python3.11 || command -v python3 || command -v python)
VENV := .venv
BIN := $(VENV)/bin
# Folders too: their time changes when a file is taken away.
SOURCES := pyproject.toml $(shell find src -not -path '*__pycache__*')

# The command line and training: a third of the tests' time, and they share nothing with the others.
PROGRAMS := tests/cli tests/training

.PHONY: demo test lint types layers tests rooms programs browser floors clean

demo: $(VENV)/.installed
	$(BIN)/onrecord demo

# Two at a time, the longest first but for lint: rooms, floors and programs each take minutes, on one core apiece.
# With more threads than cores the encoder would wait for itself.
test: $(VENV)/.installed-dev
	ONRECORD_THREADS=1 $(MAKE) --no-print-directory --jobs=2 lint rooms floors types programs browser layers

lint:
	$(BIN)/ruff check .

types:
	$(BIN)/mypy

layers:
	$(BIN)/lint-imports

tests: rooms programs

rooms:
	$(BIN)/pytest --ignore=tests/browser $(PROGRAMS:%=--ignore=%)

programs:
	$(BIN)/pytest $(PROGRAMS)

browser:
	$(BIN)/pytest tests/browser

floors:
	$(BIN)/python -m evaluation.floors

clean:
	rm -rf $(VENV) build dist

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# pip builds a wheel and installs that, so what runs is what a user would get; hence the sources are named here.
$(VENV)/.installed: $(SOURCES) | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check .
	touch $@

$(VENV)/.installed-dev: $(SOURCES) | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check '.[dev]'
	touch $@ $(VENV)/.installed
