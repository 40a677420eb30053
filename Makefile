# Needs make, git and python3-venv (Debian: apt install make git python3-venv); uses uv where it is present.
#
#   make up                                  everything, with the project's own sample appeals
#   make up APPEALS="a.txt b.html" PORT=8001 DATA=somewhere
#   make test                                what must hold before a change goes in: some of each kind
#   make test-all                            all of it: half an hour and more

APPEALS ?=
PORT ?= 8000
DATA ?= tocsin-data
GOLD ?=
BENCH ?= reading
DRAFTS ?= /tmp/tocsin-drafts.jsonl
BIN := .venv/bin
CORES := $(shell nproc 2>/dev/null || echo 2)
# One process a core and one more, which works while another waits for a browser; four at most.
PYTEST := $(BIN)/pytest -q -n $(shell echo $$(($(CORES) < 3 ? $(CORES) + 1 : 4)))
# On PostgreSQL each has one of the server's at work for it, and the checkers run beside.
PYTEST_ON_POSTGRESQL := $(BIN)/pytest -q -n $(shell echo $$(($(CORES) < 4 ? $(CORES) : 4)))

# Compiled modules are kept, whatever the shell says: every process that starts reads hundreds of them.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: setup up messages test test-all test-on-postgresql soak lint bench score train evaluate locks

setup: .venv/ready .venv/catalogues

.venv/ready: requirements.lock pyproject.toml tools/environment.sh
	@echo "Setting up the environment (once; about a minute without uv) ..."
	@tools/environment.sh requirements.lock
	@touch $@

.venv/ready-to-test: requirements-test.lock pyproject.toml tools/environment.sh
	@echo "Setting up the environment for tests ..."
	@tools/environment.sh requirements-test.lock
	@$(BIN)/pytest -qq --collect-only >/dev/null || true # compiles the tests once, not in each process; the run tells what is wrong
	@touch $@ .venv/ready

# The words of the interface, compiled where a language has them all; says which has not.
.venv/catalogues: $(wildcard src/tocsin/site/locale/*/LC_MESSAGES/django.po) | .venv/ready
	@$(BIN)/python -m tocsin.site.catalogues
	@touch $@

# Gathers what the sources say into the catalogues, for translators (docs/translators/adding-a-language.md).
messages: .venv/ready
	@$(BIN)/python tools/messages.py

up: setup
	@$(BIN)/tocsin up $(APPEALS) --port $(PORT) --data $(DATA)

lint: .venv/ready-to-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# Some of each kind (tests/small_counts.py): what could differ on PostgreSQL (tests/on_postgresql.py) beside the checkers,
# which keep one core busy; then all kinds on SQLite.
test: .venv/ready-to-test .venv/catalogues
	@tools/test-machine.sh
	@$(MAKE) --no-print-directory --output-sync=target -j 2 lint test-on-postgresql
	$(PYTEST) -m "not full and not soak"

test-on-postgresql: .venv/ready-to-test
	$(BIN)/python -m tests.postgres $(PYTEST_ON_POSTGRESQL) -m "postgresql and not full and not soak and not journey"

# Whatever can be said in half an hour: each test with each of its cases, and all that touches storage on PostgreSQL.
test-all: lint .venv/catalogues
	@tools/test-machine.sh
	$(BIN)/python -m tests.postgres $(PYTEST_ON_POSTGRESQL) -m "not soak and not journey"
	$(PYTEST) -m "not soak"

# The full counts: kills, fuzz, load. An hour or two.
soak: test-all
	$(BIN)/python -m tests.postgres $(BIN)/pytest -v -s -m "soak and postgresql"
	$(PYTEST) --hypothesis-profile=new -m "hypothesis and not soak"
	$(BIN)/pytest -v -s -m soak

# How fast this machine does it, beside the limit and a peer. BENCH: one of those that `tocsin bench --help` names.
bench: setup
	$(BIN)/tocsin bench $(BENCH) --json

# GOLD: a folder of texts with gold.json and published.json; the scorer stands beside it in tools/.
score: setup
	@test -n "$(GOLD)" || { echo "make score GOLD=folder, with gold.json and published.json in it"; exit 2; }
	$(BIN)/tocsin read $(GOLD)/*.txt --published-map $(GOLD)/published.json --format jsonl > $(DRAFTS)
	$(BIN)/python $(GOLD)/../tools/score.py $(GOLD)/gold.json $(DRAFTS)

# Teaches the reader's models anew on training/ (minutes); the same texts give the same bytes.
train: .venv/ready
	$(BIN)/python -m training.train

# Their figures on the held-out texts. GOLD: a folder of annotated texts of your own in the same markup.
evaluate: .venv/ready
	$(BIN)/python -m training.evaluate $(GOLD)

# After a change to the dependencies in pyproject.toml.
locks:
	uv export --quiet --no-emit-project --no-header --output-file requirements.lock
	uv export --quiet --no-emit-project --no-header --extra test --output-file requirements-test.lock
