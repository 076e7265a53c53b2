# make run     set up and start Right Party on this computer only     (PORT=8501)
# make demo    the same with 40 people who practised for weeks, made by bots   (ANEW=1 makes them anew)
# make test    set up and check everything with small samples
# make prove   the same checks with full samples; prints the tables   (DATA=folder of calls)
#
# Single steps of the check: format lint types imports schemas tests browser-tests tables
# For people who change things: make fix (formats and tidies), make constraints (pins anew),
# make acts (learns anew what a turn does), make texts (collects what pages say, for translators)

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.ONESHELL:
.DEFAULT_GOAL := help

PORT ?= 8501
VENV := .venv
PY := $(VENV)/bin/python
PIP_INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
# uv takes a third of pip's time. It asks the index that pip is set to, and where it fails, pip goes.
define install
	index="$${PIP_INDEX_URL:-$$($(PY) -m pip config get global.index-url 2> /dev/null || true)}"
	{ $(PIP_INSTALL) uv && $(VENV)/bin/uv pip install --compile-bytecode --python $(PY) \
	  $${index:+--default-index "$$index"} --constraint constraints.txt --requirement $(1); \
	} > /dev/null 2>&1 || $(PIP_INSTALL) --requirement $(1)
endef

# Compiled modules and the opened rules are kept; without them every process takes seconds longer.
unexport PYTHONDONTWRITEBYTECODE

SAMPLES ?= small
prove: SAMPLES := full

# A long folder of tests is a process of its own, and the short ones share one: handing 9,000 tests
# to workers one by one costs more, and each process takes four seconds to open everything.
LONG := pages training cli compliance_rules simulator scoring
FOLDERS := $(filter-out browser,$(notdir $(patsubst %/,%,$(sort $(dir $(wildcard tests/*/test_*.py))))))
SHORT := $(filter-out $(LONG),$(FOLDERS))
TESTS := short-tests $(addprefix tests-,$(LONG))

# What takes no times goes side by side, three on two cores, since a browser waits for much of its
# time; the rest goes alone. The longest first, so that none is left at the end. Types need no rules,
# so they go while those are opened. The tests check the schemas, too.
OPENS := browser-tests $(TESTS) realism accuracy rewordings fair
SIDE_BY_SIDE := opened types $(OPENS) imports lint format
ALONE := speed load

.PHONY: help run demo test prove fix constraints acts texts setup browser opened tests tables side-by-side alone schemas \
  $(SIDE_BY_SIDE) $(addprefix tests-,$(SHORT)) $(ALONE)

help:
	@sed -n '1,/^$$/s/^# \{0,1\}//p' Makefile

run: $(VENV)/run.stamp
	$(PY) -m streamlit run app.py --server.address 127.0.0.1 --server.port $(PORT) --browser.gatherUsageStats false

# A folder of its own, beside the one in which people practise; nothing of theirs is touched.
demo: $(VENV)/run.stamp
	@$(PY) cli.py demo demo-data $(if $(ANEW),--anew)
	echo
	RIGHT_PARTY_DATA="$(CURDIR)/demo-data" $(PY) -m streamlit run app.py --server.address 127.0.0.1 \
	  --server.port $(PORT) --browser.gatherUsageStats false

test prove: browser
	@result=0  # what goes alone is told, too, where something beside it failed
	$(MAKE) --no-print-directory --jobs=3 --keep-going --output-sync=target side-by-side SAMPLES=$(SAMPLES) || result=$$?
	$(MAKE) --no-print-directory --jobs=1 --keep-going alone SAMPLES=$(SAMPLES) || result=$$?
	exit $$result

side-by-side: $(SIDE_BY_SIDE)

alone: $(ALONE)

# --- set-up: done once, and again when a requirement changes ---

setup: $(VENV)/test.stamp

$(VENV)/made.stamp:
	@for python in $${PYTHON:-} python3 python3.13 python3.12 python3.11; do
	  if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
	    echo "Setting up $(VENV) with $$("$$python" --version); this takes a minute or two, once"
	    "$$python" -m venv $(VENV) && touch $@ && exit 0
	    echo "No virtual environment could be made; on Debian: apt install python3-venv" >&2; exit 1
	  fi
	done
	echo "Right Party needs Python 3.11 or later; none was found (or set PYTHON=…)" >&2; exit 1

$(VENV)/run.stamp: requirements.txt constraints.txt | $(VENV)/made.stamp
	@$(call install,requirements.txt)
	@touch $@

$(VENV)/test.stamp: requirements.txt requirements-audit.txt requirements-test.txt constraints.txt | $(VENV)/made.stamp
	@$(call install,requirements-test.txt)
	@touch $@ $(VENV)/run.stamp

browser: $(VENV)/test.stamp
	@$(PY) -m tests.browser.setup

# --- the checks: test and prove run the same ones ---

# In a fresh clone the rules are opened from their files, which takes five seconds: once, and not
# in each process that begins. Who runs a single step opens them there. The tests tell of faults.
opened: $(VENV)/test.stamp
	@$(PY) -c "from compliance_rules import shipped_checker; shipped_checker()" > /dev/null 2>&1 || true

$(if $(filter side-by-side,$(MAKECMDGOALS)),$(OPENS)): opened

format: $(VENV)/test.stamp
	$(PY) -m ruff format --check --quiet .

lint: $(VENV)/test.stamp
	$(PY) -m ruff check --quiet .

# Writing the first cache takes a third of the time, and is left to those who check types alone.
types: $(VENV)/test.stamp
	$(PY) -m mypy $(if $(filter types,$(MAKECMDGOALS))$(wildcard .mypy_cache),,--cache-dir=/dev/null)

imports: $(VENV)/test.stamp
	$(PY) -m tests.ground.import_contracts

schemas: $(VENV)/test.stamp
	$(PY) cli.py schema --check

tests: $(TESTS)

short-tests: $(VENV)/test.stamp
	$(PY) -m pytest -q --samples $(SAMPLES) $(addprefix tests/,$(SHORT))

$(addprefix tests-,$(FOLDERS)): tests-%: $(VENV)/test.stamp
	$(PY) -m pytest -q --samples $(SAMPLES) tests/$*

browser-tests: $(VENV)/test.stamp
	$(PY) -m pytest -q -n 2 --dist worksteal -m browser --samples $(SAMPLES) tests/browser

tables: speed load accuracy realism rewordings fair

speed: $(VENV)/test.stamp
	$(PY) -m benchmarks.speed --samples $(SAMPLES) $(if $(DATA),--data $(DATA))

load: $(VENV)/test.stamp
	$(PY) -m benchmarks.load --samples $(SAMPLES)

accuracy: $(VENV)/test.stamp
	$(PY) -m benchmarks.accuracy $(if $(DATA),--data $(DATA))

realism: $(VENV)/test.stamp
	$(PY) -m benchmarks.realism --samples $(SAMPLES) $(if $(DATA),--data $(DATA))

# How often rules speak where nothing is amiss.
fair: $(VENV)/test.stamp
	$(PY) -m benchmarks.fair_talk --samples $(SAMPLES)

rewordings: $(VENV)/test.stamp
	$(PY) -m benchmarks.rewordings --samples $(SAMPLES)

# --- for people who change things ---

fix: $(VENV)/test.stamp
	$(PY) -m ruff check --fix --quiet . || true
	$(PY) -m ruff format --quiet .

# From the labelled turns; says how well writers are read of whom nothing was learned. A minute.
acts: $(VENV)/test.stamp
	$(PY) -m language.act_classifier
	$(PY) -m language.talk_classifier

# The template for translators; catalogues of languages that are there are brought up to date.
texts: $(VENV)/test.stamp
	$(PY) -m tests.ground.texts

# Universal: for every Python from 3.11 on and every system. The file names no host and no path.
constraints: $(VENV)/made.stamp
	$(PIP_INSTALL) uv
	pinned="$$($(PY) -m uv pip compile --quiet --universal --python-version 3.11 --no-header \
	  --no-annotate --no-emit-index-url --no-emit-find-links requirements-test.txt)"
	echo "# The whole set that is tested together, for Python 3.11 and later. Made by: make constraints" > constraints.txt
	echo "$$pinned" >> constraints.txt
