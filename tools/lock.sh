#!/bin/sh
# Writes which version of each package is installed, with its hashes: what dateline runs
# and is built with, what its tests need besides, and what looks at packages. What is
# given goes to uv: --upgrade chooses the newest that pyproject.toml allows.
set -eu
cd "$(dirname "$0")/.."

locked() {
    lock=$1
    shift
    uv pip compile --quiet --universal --python-version 3.11 \
        --generate-hashes --no-annotate --custom-compile-command "make lock" \
        --output-file "$lock" "$@"
}

locked requirements.lock pyproject.toml --group build "$@"
locked requirements-dev.lock pyproject.toml --group dev \
    --constraint requirements.lock "$@"
locked tools/supply.lock --group supply "$@"
