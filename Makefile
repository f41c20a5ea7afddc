# Needs the development environment: `sh tools/prepare dev`; there is no need of make itself, see tools/check.
export PATH := $(CURDIR)/.venv/bin:$(PATH)

.PHONY: check check-outputs lint types contracts tests schema pictures bench lock upgrade lowest newest fuzz coverage
check:
	sh tools/check lint types contracts tests

check-outputs:
	sh tools/check outputs

lint types contracts tests:
	sh tools/check $@

# Which lines and branches the tests run, those run by other processes too; the rest is in build/coverage.
coverage:
	sh tools/coverage

schema:
	python -m conceptgen.model.schema > schemas/conceptgen.schema.json
	python -m conceptgen.model.schema brand > schemas/brand.schema.json

pictures:
	python tools/pictures.py

bench:
	python -m pip install --quiet --require-hashes --no-deps -r requirements/bench.txt
	python tools/bench

# What the program does not expect, for an hour by default: make fuzz MINUTES=5 TARGETS="texts folders"
fuzz:
	python tools/fuzz --minutes $(or $(MINUTES),60) $(TARGETS)

# Exact versions after a change of pyproject.toml; the newest ones that it allows, and all checks with them.
lock:
	sh tools/lock

upgrade:
	sh tools/lock --upgrade
	sh tools/run-tests

# The tests with the lowest, or with today's newest versions that pyproject.toml allows; the lock stays as it is.
lowest newest:
	sh tools/test-range $@
