PYTHON ?= python3
INSIDE := .venv/bin/python
COMPILE := $(INSIDE) -m uv pip compile --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --quiet

.PHONY: run test bench pictures lint migration requirements

run:
	$(PYTHON) app.py

test:
	$(PYTHON) -m tests

bench:
	$(INSIDE) -m tests.bench

pictures:
	$(INSIDE) -m tests.pictures

lint:
	$(INSIDE) -m ruff check .
	$(INSIDE) -m ruff format --check .

# make migration m="what changes": a draft to read and mend, from the models' difference
migration:
	$(INSIDE) -m flask --app app db migrate -m "$(m)"
	$(INSIDE) -m ruff format --quiet coalition_app/migrations

requirements:
	$(INSIDE) -m pip install --quiet uv
	$(COMPILE) --upgrade -o requirements.txt pyproject.toml
	$(COMPILE) --upgrade -o requirements-dev.txt -c requirements.txt --group dev
