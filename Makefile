# The one door for tasks. `make` alone lists them.

.DEFAULT_GOAL := help
.PHONY: help site test check serve lint lock supply others clean

venv := .venv/made
run := .venv/bin/

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' Makefile

site: $(venv) ## propose events for seeds/, build site/, say where to open it
	@$(run)dateline extract
	@$(run)dateline build
	@echo
	@echo "Open $(CURDIR)/site/index.html, or run: make serve"

test: $(venv) ## pass all tests, those in a real browser among them
	@DATELINE_BROWSER="$$(tools/browser.sh)" && export DATELINE_BROWSER && \
	  $(run)pytest -n auto

check: $(venv) ## say everything that is wrong in seeds/ and content/
	@$(run)dateline check

serve: $(venv) ## preview the site; rebuild and reload on every save
	@$(run)dateline serve

lint: $(venv) ## check style and types of the program
	@$(run)ruff check generator tests
	@$(run)ruff format --check generator tests
	@$(run)mypy

lock: $(venv) ## choose the newest packages that pyproject.toml allows
	@$(run)pip install --quiet uv
	@PATH="$(CURDIR)/$(run):$$PATH" tools/lock.sh --upgrade

supply: ## look for known holes and licences of packages, and list them (sbom.json)
	@tools/supply.sh

others: ## fetch the programs that tests load our exports with (needs npm)
	@npm ci --prefix tests/exchange/others --ignore-scripts --no-audit --no-fund

clean: ## remove what can be made again: the environment, the site, caches
	@rm -rf .venv .supply sbom.json site build dist .pytest_cache .hypothesis .mypy_cache .ruff_cache
	@find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(venv): requirements-dev.lock pyproject.toml tools/environment.sh
	@tools/environment.sh
