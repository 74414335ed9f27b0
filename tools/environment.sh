#!/bin/sh
# Makes .venv anew: exactly the packages of requirements-dev.lock, and dateline itself.
# A fresh Debian or Ubuntu may lack the module that makes environments; as root it is
# installed, otherwise one line says what to do.
set -eu
cd "$(dirname "$0")/.."

fits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
complete() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@" 2>/dev/null; fi; }
install() {
    as_root apt-get update -qq &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$1"
}

python=
for name in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
    if fits "$name"; then
        python=$name
        # One that can make environments as it is goes before one that cannot yet.
        if complete "$name"; then break; fi
    fi
done
if [ -z "$python" ]; then
    echo "Python 3.11 or later is missing. On Debian or Ubuntu: sudo apt-get install python3 python3-venv" >&2
    exit 1
fi

if ! complete "$python"; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    package=python$version-venv
    echo "Installing $package, which makes Python environments." >&2
    if ! install "$package" >/dev/null || ! complete "$python"; then
        echo "Python cannot make environments yet. Run: sudo apt-get install $package" >&2
        exit 1
    fi
fi

echo "Making the environment .venv; this happens once." >&2
rm -f .venv/made
"$python" -m venv --clear .venv
PIP_DISABLE_PIP_VERSION_CHECK=1
export PIP_DISABLE_PIP_VERSION_CHECK
.venv/bin/python -m pip install --quiet --require-hashes --only-binary :all: -r requirements-dev.lock
.venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --no-index -e .
touch .venv/made
