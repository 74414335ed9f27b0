#!/bin/sh
# Prints the path of a Chromium or Chrome for the browser tests; installs one when
# there is none. When that cannot be done, one line says how to do it by hand.
set -eu
cd "$(dirname "$0")/.."

# Ubuntu's chromium-browser may be a script that only says to install a snap, and a
# browser may lack libraries: what cannot tell its version is no browser.
works() { [ -n "$1" ] && "$1" --version >/dev/null 2>&1; }

found() {
    for name in "${DATELINE_BROWSER:-}" chromium chromium-browser google-chrome \
        google-chrome-stable chrome "$(from_playwright)"; do
        if path=$(command -v "${name:-none}") && works "$path"; then
            echo "$path"
            return 0
        fi
    done
    return 1
}

from_playwright() {
    .venv/bin/python -c '
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
' 2>/dev/null || true
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@" 2>/dev/null; fi; }
install() {
    as_root apt-get update -qq &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$1"
}

found && exit 0

echo "Installing a browser for the browser tests." >&2
if command -v apt-get >/dev/null; then
    install chromium >/dev/null || true
    found && exit 0
fi
if [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; then
    .venv/bin/python -m playwright install --with-deps chromium >&2 || true
else
    .venv/bin/python -m playwright install chromium >&2 || true
fi
found && exit 0

echo "The browser tests need Chromium. On Debian: sudo apt-get install chromium. On Ubuntu: sudo .venv/bin/playwright install --with-deps chromium" >&2
exit 1
