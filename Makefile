# Needs Python 3.11 or newer with pip, make and git; everything else is installed into .venv.
PYTHON ?= $(shell command -v python3.11 || command -v python3 || command -v python)
VENV := .venv
BIN := $(VENV)/bin
# Folders too: their time changes when a file is taken away.
SOURCES := pyproject.toml $(shell find src -not -path '*__pycache__*')

.PHONY: demo test clean

demo: $(VENV)/.installed
	$(BIN)/onrecord demo

test: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest
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
