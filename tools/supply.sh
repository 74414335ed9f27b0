#!/bin/sh
# Looks at the packages that dateline brings: known holes of every locked one (asked of
# OSV, osv.dev), licences of those that are installed with it, and their list as a
# CycloneDX file, sbom.json. Where the network does not allow the first, it says so and
# goes on; with --online that is a failure.
set -eu
cd "$(dirname "$0")/.."

# Whoever passes dateline on has no other duties than to name its authors and, for the
# packages under (L)GPL and MPL, to pass on their own sources unchanged.
ALLOWED="Apache;BSD;CC0;HPND;ISC;LGPL;MIT;MPL;Mozilla;PSF;Python Software Foundation"

OSV=https://api.osv.dev

environment() {
    folder=.supply/$1
    shift
    "${PYTHON:-python3}" -m venv --clear "$folder"
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check "$@"
}

echo "Making environments for this in .supply/." >&2
environment tools --require-hashes -r tools/supply.lock
environment dateline --require-hashes -r requirements.lock
.supply/dateline/bin/python -m pip install --quiet --disable-pip-version-check \
    --no-deps --no-build-isolation --no-index .

if .supply/tools/bin/python -c "
import sys, urllib.request
try:
    urllib.request.urlopen('$OSV/v1/vulns/PYSEC-2021-66', timeout=20).close()
except OSError as fault:
    sys.exit(str(fault))
" 2>.supply/why; then
    for lock in requirements.lock requirements-dev.lock tools/supply.lock; do
        echo "Known holes of $lock:" >&2
        .supply/tools/bin/pip-audit --vulnerability-service osv --require-hashes \
            --disable-pip --progress-spinner off --requirement "$lock"
    done
else
    echo "Known holes were not looked for: $OSV does not answer ($(cat .supply/why))." >&2
    [ "${1:-}" != --online ]
fi

.supply/tools/bin/pip-licenses --python .supply/dateline/bin/python --from=mixed \
    --partial-match --allow-only="$ALLOWED" --format=plain

.supply/tools/bin/cyclonedx-py environment .supply/dateline/bin/python \
    --pyproject pyproject.toml --output-reproducible --output-file sbom.json
echo "The packages are listed in sbom.json." >&2
