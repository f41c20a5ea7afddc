# Needs the development environment: `sh tools/prepare dev`; there is no need of make itself, see tools/check.
export PATH := $(CURDIR)/.venv/bin:$(PATH)

.PHONY: check check-outputs lint types contracts tests schema pictures bench fuzz
check:
	sh tools/check lint types contracts tests

check-outputs:
	sh tools/check outputs

lint types contracts tests:
	sh tools/check $@

schema:
	python -m conceptgen.model.schema > schemas/conceptgen.schema.json
	python -m conceptgen.model.schema brand > schemas/brand.schema.json

pictures:
	python tools/pictures.py

bench:
	python -m pip install --quiet docxtpl==0.20.2 pypandoc_binary==1.17 typst==0.15.2
	python tools/bench

# What the program does not expect, for an hour by default: make fuzz MINUTES=5 TARGETS="texts folders"
fuzz:
	python tools/fuzz --minutes $(or $(MINUTES),60) $(TARGETS)
