# What a reader, a rerunner and a developer type. Everything runs in .venv, made from requirements.txt.
RUN := .venv/bin/python
# Where none is named, that of the environment which stands.
PYTHON ?= $(or $(shell command -v $(RUN)),python3)
# The tests on as many processes as there are cores, each of which takes the next file.
TESTS := $(RUN) -m pytest -n auto --dist loadfile --no-loadscope-reorder

.DEFAULT_GOAL := help
.PHONY: help environment book html notebooks test test-browser test-long coverage bench bench-speed bench-survey data brief fuzz register reproduce licences locks release mutants clean

help:  ## say what can be made
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | awk -F '\t' '{printf "make %-14s %s\n", $$1, $$2}'

environment:  ## set up .venv from the locked packages; a second run reuses it
	@command -v $(PYTHON) > /dev/null || { echo "environment: no $(PYTHON) here: name a Python, as in make book PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) scripts/book/installation/environment.py

book: environment  ## the report in HTML and PDF
	@$(RUN) -m scripts.book

html: environment  ## the report in HTML alone
	@$(RUN) -m scripts.book --html

notebooks: environment  ## the chapters as executed notebooks, in _build/notebooks
	@$(RUN) -m scripts.book --notebooks

test: environment  ## lint, types, and the tests: all that a change must pass before it is committed
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -m mypy
	@$(TESTS)

test-browser: environment  ## the tests that open the pages in Chromium
	@$(RUN) -m scripts.book.installation.system
	@$(RUN) -m pytest -m browser

test-long: environment  ## the tests that take long, each of which says why
	@$(TESTS) -m "long and not browser"

coverage: environment  ## how much of scripts/ all tests reach, the long ones too, branches counted: 95% is asked for
	@$(TESTS) -m "not browser and not no_cover" --cov --cov-report=
	@$(RUN) tests/coverage_share.py

bench: environment  ## measure the rules (DATA=folder: on public labelled sets too)
	@$(RUN) -m scripts bench $(if $(DATA),--data "$(DATA)")

bench-speed: environment  ## how fast: the book against its floor, the engine as claims grow (ROUNDS=5, DATA=folder)
	@$(RUN) -m scripts.bench.speed $(if $(ROUNDS),--rounds $(ROUNDS)) $(if $(DATA),--data "$(DATA)")

bench-survey: environment  ## how fast a survey of thousands of accounts is, and in what memory
	@$(RUN) -m scripts.bench.survey

data: environment  ## the report as tables and linked data, in _build/data
	@$(RUN) -m scripts data --out _build/data

brief: environment  ## one page on FINDING="F1 F2" or on a pillar, in _build/briefs
	@$(RUN) -m scripts brief $(FINDING)

reproduce: environment  ## make the book twice, under unlike conditions, and compare every byte
	@$(RUN) -m scripts.book.reproduction.two_builds --record chapters/data/reproducible.json

# With the environment that there is: one from a lock that does not hold together would not come to pass.
locks:  ## write every lock again after a change of what is asked for (UPGRADE=all, or names)
	@test -x .venv/bin/uv || $(MAKE) -s environment
	@$(RUN) -m scripts.book.installation.locking $(if $(UPGRADE),--upgrade $(UPGRADE))

licences: environment  ## list the licences of all locked packages; refuse what may not be used
	@$(RUN) -m scripts.book.licences

register: environment  ## give new claims and findings their printed numbers
	@$(RUN) -m scripts register

release: environment  ## give the report VERSION=0.2.0 (DATE=2026-11-22), told of in the changelog
	@$(RUN) -m scripts.book.release "$(VERSION)" "$(DATE)"

fuzz: environment  ## try 100,000 hostile inputs from file to page (SEED=1 INPUTS=100200; GUIDED=1: by what they reach)
ifdef GUIDED
	@.venv/bin/uv pip sync -q --require-hashes -p $(RUN) --target _build/guided/packages tests/fuzz/requirements.txt
	@PYTHONPATH=tests:_build/guided/packages $(RUN) -W ignore -m fuzz.guided --seed $(or $(SEED),1) $(if $(SECONDS),--seconds $(SECONDS))
else
	@PYTHONPATH=tests $(RUN) -W ignore -m fuzz --seed $(or $(SEED),1) $(if $(INPUTS),--inputs $(INPUTS))
endif

mutants: environment  ## change the rules a little and see whether a test notices (ROOM=details: there alone)
	@.venv/bin/uv venv -q --allow-existing --python $(RUN) _build/mutants-venv
	@.venv/bin/uv pip sync -q --require-hashes -p _build/mutants-venv tests/mutants/requirements.txt
	@_build/mutants-venv/bin/python tests/mutants $(ROOM)

clean:  ## remove everything that was built or kept, but not .venv
	@rm -rf _build .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage .coverage.*
	@find scripts tests -name __pycache__ -prune -exec rm -rf {} +
