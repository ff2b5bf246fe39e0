# Every target is one line here; the work is in deploy/local.
# Settings: WEB_PORT (5173) API_PORT (8000) DATA_DIR (.data) DEMO (1) HEAVY (0) ARGS PYTHON

ROOT   := $(patsubst %/,%,$(dir $(abspath $(lastword $(MAKEFILE_LIST)))))
PYTHON ?= python3
LOCAL   = @cd "$(ROOT)" && exec $(PYTHON) -m deploy.local

.DEFAULT_GOAL := help
.PHONY: help run test check fix schema bench backup restore bundle

help: ## list these targets
	@echo "Provincial ISO Rollout Tracker"
	@sed -n 's/^\([a-z]*\): ## \(.*\)/  make \1|\2/p' "$(ROOT)/Makefile" | \
	while IFS='|' read -r target does; do printf '%-16s%s\n' "$$target" "$$does"; done

run: ## set everything up and serve API and board until Ctrl-C (WEB_PORT, API_PORT, DATA_DIR, DEMO=0)
	$(LOCAL) run

test: ## backend, frontend and browser tests on a throw-away database (HEAVY=1, ARGS="tests/audits -x")
	$(LOCAL) test

check: ## lint, format, types, layers, generated files, deployment files
	$(LOCAL) check

fix: ## format everything and apply safe lint fixes
	$(LOCAL) fix

schema: ## regenerate docs/openapi.yaml and the client's types
	$(LOCAL) schema

bench: ## measure requests, loads, export and report on a throw-away database (ARGS="--large --json FILE")
	$(LOCAL) bench

backup: ## write database and evidence, read them back, copy them (BACKUP_DIR, BACKUP_SECOND_PLACE)
	$(LOCAL) backup

restore: ## put a backup back (FROM=<folder>, default the newest)
	$(LOCAL) restore

bundle: ## pack code, built board and wheels for a server that reaches no registry
	$(LOCAL) bundle
