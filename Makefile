# Needs only python3 (3.11 or newer, with venv) and make; everything else is installed into .venv.

PYTHON ?= python3
COUNT ?= 100000
SEEDS ?= 100000
MESSAGES ?= 10000
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python -P -m bot
export PYTHONPATH := $(CURDIR)
export UV_PYTHON_DOWNLOADS := never
# Without bytecode every process that a test starts would compile all libraries anew.
unexport PYTHONDONTWRITEBYTECODE

# Whoever has told pip of a mirror means uv as well.
INDEX = $(or $(PIP_INDEX_URL),$(shell $(BIN)/python -m pip config get global.index-url 2>/dev/null))

# A stamp carries the checksum of the lock that was installed: a changed lock installs anew.
stamp = $(VENV)/.installed-$(1)-$(shell cksum < $(1).txt | tr ' ' '-')
RUNTIME := $(call stamp,requirements)
TESTS := $(call stamp,requirements-test)
BROWSER := $(call stamp,requirements-e2e)
BENCH := $(call stamp,requirements-bench)

CODE := bot handlers scoring rubrics store tests benchmarks

.DEFAULT_GOAL := help
.PHONY: help install demo test suite lint coverage e2e fuzz mutants mutations sim sim-bugs chaos bench bench-reading
.PHONY: docs lock clean

help: ## this list
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/make \1	\2/p' Makefile | expand -t 20

install: $(RUNTIME) ## what `.venv/bin/kaohe` needs to run

demo: $(RUNTIME) ## play every role in a browser, with a stand-in WeCom platform; nothing to set up
	$(RUN) demo

test: $(TESTS) ## lint, types and all tests, on SQLite and on a PostgreSQL that the tests start themselves
	@$(MAKE) --no-print-directory --jobs=2 lint suite

# mypy takes one core half a minute; the tests need not wait for it.
suite: $(TESTS)
	$(BIN)/python -m pytest -n auto --dist worksteal

lint: $(TESTS) ## ruff, mypy, the one-way rule between the rooms, the Dockerfile
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/hadolint Dockerfile

coverage: $(TESTS) ## every branch of scoring/ and rubrics/ taken by their own tests, or it fails
	$(BIN)/coverage run --source=scoring,rubrics -m pytest -q tests/scoring tests/rubrics
	$(BIN)/coverage report --skip-covered --show-missing --fail-under=100

e2e: $(BROWSER) ## the demo in a real browser (chromium must be installed)
	$(BIN)/python -m pytest tests/e2e

fuzz: $(TESTS) ## 100,000 hostile lines through `kaohe score --cases -`
	$(BIN)/python -m tests.scoring.hostile --lines 100000

mutants: $(TESTS) $(BENCH) ## change the rules in every small way and list the changes that no test notices
	rm -rf mutants
	env -u PYTHONPATH $(BIN)/mutmut run
	env -u PYTHONPATH $(BIN)/mutmut results

bench: $(BENCH) ## scoring beside a workbook, store, load against the two yardsticks, memory, packages of evidence
	$(BIN)/python -m benchmarks.scoring
	TQDM_DISABLE=1 $(BIN)/python -W ignore -m benchmarks.spreadsheet
	$(BIN)/python -m benchmarks.store
	$(BIN)/python -m benchmarks.load
	$(BIN)/python -m benchmarks.delivery
	$(BIN)/python -m benchmarks.memory
	$(BIN)/python -m benchmarks.evidence_zip
	$(BIN)/python -m benchmarks.planning
	$(BIN)/python -m benchmarks.uploads

sim: $(TESTS) ## simulated histories of inbox, outbox and ticks under faults: make sim SEEDS=100000
	$(BIN)/python -m tests.simulation --seeds $(SEEDS)

sim-bugs: $(TESTS) ## plant every known bug and simulate until it is found
	$(BIN)/python -m tests.simulation --bugs

chaos: $(TESTS) ## replicas and PostgreSQL killed while 10,000 messages go out
	KAOHE_CHAOS=$(MESSAGES) $(BIN)/python -m pytest tests/chaos

docs: $(TESTS) ## write docs/chat.md from the commands
	$(BIN)/python -m tests.chat_reference > docs/chat.md.new
	mv docs/chat.md.new docs/chat.md

bench-reading: $(TESTS) ## how the chat contract's lines are answered, by role (wrong values must be 0), and how long reading takes
	$(BIN)/python -m benchmarks.guessing
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.reading_time
	$(BIN)/python -m benchmarks.answering_time

mutations: $(TESTS) ## mutated messages (make test tries 2,000): make mutations COUNT=100000
	KAOHE_MUTATIONS=$(COUNT) $(BIN)/python -m pytest tests/handlers/test_mutated_messages.py

lock: $(TESTS) ## write the locks from pyproject.toml (newer versions: make lock UPGRADE=--upgrade)
	$(call compile,requirements.txt,)
	$(call compile,requirements-s3.txt,--extra s3)
	$(call compile,requirements-test.txt,--group test)
	$(call compile,requirements-e2e.txt,--group test --group e2e)
	$(call compile,requirements-bench.txt,--group bench)

clean: ## remove what make has made; keeps data/
	rm -rf $(VENV) build dist mutants .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage
	find $(CODE) -name __pycache__ -type d -prune -exec rm -rf {} +

# No registry host may get into a lock, so that it serves users of any mirror.
define compile
$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-emit-index-url $(UPGRADE) pyproject.toml $(2) --output-file $(1)
endef

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet uv || echo "uv cannot be had; pip will do"

# The project runs from the checkout: `kaohe` is this small script, not an installed copy.
$(BIN)/kaohe: | $(BIN)/python
	printf '#!/bin/sh\nPYTHONPATH="%s" exec "%s" -P -m bot "$$@"\n' "$(CURDIR)" "$(CURDIR)/$(BIN)/python" > $@
	chmod +x $@

$(VENV)/.installed-%: | $(BIN)/python $(BIN)/kaohe
	$(call install,$(shell echo $* | sed 's/-[0-9]*-[0-9]*$$//').txt)
	touch $@

# uv is some times faster; pip does the same where uv is not to be had.
define install
{ [ -x $(BIN)/uv ] && $(if $(INDEX),UV_DEFAULT_INDEX="$${UV_DEFAULT_INDEX:-$(INDEX)}") \
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r $(1); } || \
	$(BIN)/python -m pip install --quiet --require-hashes -r $(1)
endef
