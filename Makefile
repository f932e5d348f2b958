# The commands for readers and developers. Everything runs in .venv, made from requirements.txt.
RUN := .venv/bin/python
# If none is named: that of the existing environment.
PYTHON ?= $(or $(shell command -v $(RUN)),python3)
# Run the tests on as many processes as there are cores; each takes the next file.
TESTS := $(RUN) -m pytest -n auto --dist loadfile --no-loadscope-reorder

.DEFAULT_GOAL := help
.PHONY: help environment book html notebooks test test-browser test-long coverage bench bench-peers bench-speed bench-survey data brief fuzz register reproduce licences locks release mutants clean

help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | awk -F '\t' '{printf "make %-14s %s\n", $$1, $$2}'

environment:  ## set up .venv from the locked packages; a second run keeps it
	@command -v $(PYTHON) > /dev/null || { echo "environment: no $(PYTHON) here: name a Python, as in make book PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) scripts/book/installation/environment.py

book: environment  ## the report in HTML and PDF
	@$(RUN) -m scripts.book

html: environment  ## the report in HTML alone
	@$(RUN) -m scripts.book --html

notebooks: environment  ## the chapters as executed notebooks, in _build/notebooks
	@$(RUN) -m scripts.book --notebooks

test: environment  ## lint, types, and the tests: what a change must pass before it is committed
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -m mypy
	@$(TESTS)

test-browser: environment  ## the tests that open the pages in Chromium
	@$(RUN) -m scripts.book.installation.system
	@$(RUN) -m pytest -m browser

test-long: environment  ## the slow tests; each says why it is slow
	@$(TESTS) -m "long and not browser"

coverage: environment  ## the share of scripts/ that all tests reach, with branches; it must be 95%
	@$(TESTS) -m "not browser and not no_cover" --cov --cov-report=
	@$(RUN) tests/coverage_share.py

bench: environment  ## measure the rules (with DATA=folder also on public labelled sets)
	@$(RUN) -m scripts bench $(if $(DATA),--data "$(DATA)")

bench-peers: environment  ## ask the engine and other programs the same labelled rows (DATA=folder)
	@$(RUN) -m scripts.bench.peers $(if $(DATA),--data "$(DATA)")

bench-speed: environment  ## time the book against its lower bound, and the engine as claims grow (ROUNDS=5, DATA=folder)
	@$(RUN) -m scripts.bench.speed $(if $(ROUNDS),--rounds $(ROUNDS)) $(if $(DATA),--data "$(DATA)")

bench-survey: environment  ## time and memory of a survey of many accounts, on one core and on two
	@$(RUN) -m scripts.bench.survey

data: environment  ## the report as tables and linked data, in _build/data
	@$(RUN) -m scripts data --out _build/data

brief: environment  ## one page on FINDING="F1 F2" or on a pillar, in _build/briefs
	@$(RUN) -m scripts brief $(FINDING)

reproduce: environment  ## make the book twice, under unlike conditions, and compare every byte
	@$(RUN) -m scripts.book.reproduction.two_builds --record chapters/data/reproducible.json

# Uses the existing environment, because a new one cannot be made from an inconsistent lock.
locks:  ## write every lock again after a change of the dependencies (UPGRADE=all, or names)
	@test -x .venv/bin/uv || $(MAKE) -s environment
	@$(RUN) -m scripts.book.installation.locking $(if $(UPGRADE),--upgrade $(UPGRADE))

licences: environment  ## list the licences of all locked packages; refuse what may not be used
	@$(RUN) -m scripts.book.licences

register: environment  ## give new claims and findings their printed numbers
	@$(RUN) -m scripts register

release: environment  ## give the report VERSION=0.2.0 (DATE=2026-11-22), described in the changelog
	@$(RUN) -m scripts.book.release "$(VERSION)" "$(DATE)"

fuzz: environment  ## try 100,000 hostile inputs from file to page (SEED=1 INPUTS=101400; GUIDED=1: led by coverage)
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

clean:  ## remove everything that was built or cached, except .venv
	@rm -rf _build .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage .coverage.*
	@find scripts tests -name __pycache__ -prune -exec rm -rf {} +
