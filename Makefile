# Arctic Passages: every command of the project. `make run` and `make test` do their own set-up.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Without --no-compile pip compiles every file, used or not, which doubles the time it takes; Python
# compiles what it imports, once.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile

.PHONY: run test lint unit browser bench overlay charts weights manifest clean

run: $(VENV)/.run
	$(BIN)/streamlit run dashboard.py --server.port 8501

test: lint unit browser

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff check --quiet --preview --select PLW1514 .  # each file is opened with its encoding
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: $(VENV)/.dev
	$(BIN)/pytest -q -n 2 --dist loadfile --no-loadscope-reorder -m "not browser" tests

browser: $(VENV)/.dev
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/pytest -q -n 2 --dist worksteal -m browser tests

bench: $(VENV)/.dev
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m bench

# Draws the routes from their waypoints, and measures the waters and straits along each line; run it
# after changing a route or a zone.
overlay: $(VENV)/.dev
	$(BIN)/python -m geo.catalogue.recipes.routes
	$(BIN)/python -m geo.measure build
	$(BIN)/python -m geo.measure.transits
	$(BIN)/python -m geo.draw.ready
	$(BIN)/python -m geo.draw.ready_ground
	$(BIN)/python -m geo.draw.ready_ice
	$(BIN)/python -m geo.manifest

# Draws the charts that ship, so that no visitor waits for them; run it after changing the catalogue
# or the code that draws a chart or places its names. Without it the app is slow, but never wrong.
charts: $(VENV)/.dev
	$(BIN)/python -m geo.draw.ready
	$(BIN)/python -m geo.draw.ready_ground
	$(BIN)/python -m geo.draw.ready_ice
	$(BIN)/python -m geo.manifest

# Trains the linker on the annotated texts; run it after changing a text, a signal or a word list.
weights: $(VENV)/.dev
	$(BIN)/python -m geo.linker.train
	$(BIN)/python -m geo.manifest

# Notes size and checksum of every file that ships; run it after changing or adding one.
manifest: $(VENV)/.dev
	$(BIN)/python -m geo.manifest

$(VENV)/.run: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, and $(PYTHON) is " + sys.version.split()[0] + ": name another, as in make run PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) -r requirements.txt
	touch $@

$(VENV)/.dev: $(VENV)/.run tests/requirements.txt
	$(INSTALL) -r tests/requirements.txt
	touch $@

clean:
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
