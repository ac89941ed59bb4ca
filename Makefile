# The targets are the same for people and for CI. `make` alone lists them.
PYTHON ?= python3
VENV := .venv
HEADLESS := .venv-headless
MUTATION := .venv-mutation
BIN := $(VENV)/bin
LOCKS := requirements.txt requirements-dev.txt requirements-headless.txt requirements-mutation.txt
STAMP := $(VENV)/.installed
HEADLESS_STAMP := $(HEADLESS)/.installed
MUTATION_STAMP := $(MUTATION)/.installed
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help install run test check headless bench kills screenshots contract freeze package package-test licences platforms mutants lock clean system

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

system: ## install the system libraries that Qt, the virtual display and the keyring tests need (Debian, Ubuntu)
	@sh packaging/system-packages.sh

$(STAMP): requirements-dev.txt pyproject.toml | system
	@sh packaging/virtual-environment.sh "$(PYTHON)" $(VENV) requirements-dev.txt
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --editable .
	@touch $@

$(HEADLESS_STAMP): requirements-headless.txt pyproject.toml
	@sh packaging/virtual-environment.sh "$(PYTHON)" $(HEADLESS) requirements-headless.txt
	@touch $@

$(MUTATION_STAMP): requirements-mutation.txt
	@sh packaging/virtual-environment.sh "$(PYTHON)" $(MUTATION) requirements-mutation.txt
	@touch $@

install: $(STAMP) ## set up .venv with the workbench command

run: install ## open the window; without a display, show the first send on a virtual one
	@$(BIN)/python packaging/run.py

check: install ## format, lint, types, order of the rooms
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

headless: $(HEADLESS_STAMP) ## the tests of everything below the window, without PySide6 installed
	@$(HEADLESS)/bin/python -m pytest --quiet -m "not slow"

test: check headless ## everything that CI proves
	@$(BIN)/python -m pytest --quiet

mutants: $(MUTATION_STAMP) ## spoil events/ and judging/ in thousands of ways and count what the tests notice (hours)
	@$(MUTATION)/bin/python packaging/mutants.py $(ONLY)

bench: install ## the speed table, each figure beside its floor; writes build/bench.json
	@$(BIN)/python tests/bench/figures.py

kills: install ## kill a sending program 200 times at random moments, and hold its history against the server's
	@PYTHONPATH=. $(BIN)/python tests/kills/kill_sends.py

screenshots: install ## every page, light and dark, into build/screenshots
	@$(BIN)/python packaging/screenshots.py

contract: install ## compile the contract's TOML files, after an edit
	@$(BIN)/python packaging/compile_contract.py

freeze: install ## the program as one folder that needs no Python, into dist/workbench
	@PYTHONHASHSEED=0 $(BIN)/pyinstaller --noconfirm --log-level ERROR --distpath dist --workpath build/pyinstaller packaging/workbench.spec

package: install ## the program frozen and packed as .deb, .rpm and .tar.zst, with checksums, into dist/
	@sh packaging/system-packages.sh packaging
	@$(BIN)/python packaging/linux_packages.py

package-test: install ## install those packages in clean Debian systems, do the main job there, remove them (root, minutes)
	@sh packaging/system-packages.sh package-test
	@$(BIN)/python packaging/try_packages.py

licences: install ## the licence texts of all that a frozen program carries, and its bill of materials, into build/
	@$(BIN)/python packaging/licences.py
	@$(BIN)/python packaging/sbom.py

platforms: ## whether the locks can be installed on Linux, Windows and macOS (needs uv on the PATH)
	@sh packaging/platforms.sh

lock: ## renew the lock files (needs uv on the PATH)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header pyproject.toml -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --group headless --group test -c requirements-dev.txt -o requirements-headless.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --group mutation -c requirements-dev.txt -o requirements-mutation.txt

clean: ## remove what make made
	rm -rf $(VENV) $(HEADLESS) $(MUTATION) build dist mutants .mypy_cache .ruff_cache .pytest_cache .hypothesis
