# Each target works from a fresh clone. `make help` lists them.

PYTHON3 ?= python3
PYTHON := .venv/bin/python
READY := .venv/.ready
PACKED := .cache/built.tar

# The builder's banner about its next version, and the date in sitemap.xml: the commit's, so that builds are equal.
export NO_MKDOCS_2_WARNING := 1
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)

.DEFAULT_GOAL := help
.PHONY: site docs part join test serve check report links builders pack unpack lint fuzz samples bench lock help

site: docs ## Build the site into site/ from the corpus
	@$(PYTHON) -m generator site

docs: $(READY)
	@$(PYTHON) -m generator build || { status=$$?; [ $$status -eq 1 ] && [ -n "$(KEEP_GOING)" ]; }

part: docs ## Build one part of a large site, on whatever machine, into parts/: make part PART=2/8
	@$(PYTHON) -m generator site --shard $(PART) --site parts/$(subst /,-of-,$(PART))
	@tar --format=posix -C parts -cf parts/$(subst /,-of-,$(PART)).tar $(subst /,-of-,$(PART))

join: docs ## Build the site into site/ from the corpus and all its parts in parts/
	@for part in parts/*.tar; do tar -xf "$$part" -C parts || exit; done
	@$(PYTHON) -m generator site --shards parts/*/

test: $(READY) ## Run every test, those in a real browser included
	@chromium=$$($(PYTHON) -m tests.find_chromium) && OPERATIVE_CHROMIUM="$$chromium" $(PYTHON) -m pytest $(ARGS)

serve: $(READY) ## Serve the site on localhost, rebuilt when corpus/, docs/ or overrides/ change
	@$(PYTHON) -m generator build || [ $$? -eq 1 ]
	@$(PYTHON) -m watchdog.watchmedo shell-command --recursive --ignore-directories --drop \
		--command '$(PYTHON) -m generator build' corpus & watcher=$$!; \
	trap 'kill $$watcher' EXIT; trap 'exit 0' INT TERM; \
	$(PYTHON) -m mkdocs serve --livereload --watch overrides

check: $(READY) ## Hold the corpus, and site/ if it is built, against the laws
	@$(PYTHON) -m generator check $(if $(wildcard site/index.html),--site site)

report: $(READY) ## Say in Markdown what the corpus changes since a commit: make report BASE=…
	@$(PYTHON) -m generator report "$(BASE)" $(ARGS)

links: $(READY) ## Ask the other sites that site/ leads to for their pages, and say in Markdown what is not there
	@$(PYTHON) -m tests.ask_addresses site $(ARGS)

builders: $(READY) ## Build with other builders, fetched for it, and compare the ids of every page
	@$(PYTHON) -m tests.other_builders $(ARGS)

pack: ## Keep what was built in .cache/ too, so that a build elsewhere can take it over
	@mkdir -p .cache
	@git ls-files -z --others --ignored --exclude-standard docs site | tar --format=posix --null -T - -cf $(PACKED)

unpack: ## Lay out what was packed, if there is anything
	@[ ! -f $(PACKED) ] || tar -xf $(PACKED) || echo "$(PACKED) is damaged; what it lacks is built anew"

lint: $(READY) ## Check style and types
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m mypy

fuzz: $(READY) ## Run the laws over many more generated texts than the tests do
	@$(PYTHON) -m tests.simulator.fuzz 20000
	@$(PYTHON) -m pytest --hypothesis-profile=fuzz -m hypothesis $(ARGS)

samples: $(READY) ## Print what the reader makes of a folder of texts: make samples DIR=…
	@$(PYTHON) -m tests.report "$(DIR)"

bench: $(READY) ## Print what a site of N resolutions costs, beside stock MkDocs and Material: make bench N=1000
	@$(PYTHON) -m tests.bench $(or $(N),200)

lock: $(READY) ## Choose the newest versions that pyproject.toml allows and write requirements.lock (needs uv)
	@uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --upgrade \
		--no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --output-file requirements.lock

help: ## Say what there is
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' $(MAKEFILE_LIST) | expand -t 14

$(READY): requirements.lock
	@$(PYTHON3) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed")'
	@$(PYTHON3) -m venv .venv
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $(READY)
