#!/bin/sh
# Prints the path of a Chromium or Chrome for the browser tests, once Playwright can
# drive it. Installs what is missing; when that cannot be done, one line says what is
# to be installed by hand.
set -eu
cd "$(dirname "$0")/.."

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@" 2>/dev/null; fi; }
install() {
    echo "Installing $1 for the browser tests." >&2
    command -v apt-get >/dev/null &&
        as_root apt-get update -qq &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$1" >/dev/null
}

# Ubuntu's chromium-browser may be a script that only says to install a snap, and a
# browser may lack libraries: what cannot tell its version is no browser.
found() {
    for name in "${DATELINE_BROWSER:-}" chromium chromium-browser google-chrome \
        google-chrome-stable chrome "$(from_playwright)"; do
        if path=$(command -v "${name:-none}") && "$path" --version >/dev/null 2>&1; then
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

# The Node.js that Playwright brings needs a library that a small Debian lacks.
driven() { .venv/bin/playwright --version >/dev/null 2>&1; }

if ! driven && { ! install libatomic1 || ! driven; }; then
    echo "The browser tests need libatomic1. Run: sudo apt-get install libatomic1" >&2
    exit 1
fi

found && exit 0
if install chromium; then
    found && exit 0
fi
if [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; then
    .venv/bin/playwright install --with-deps chromium >&2 || true
else
    .venv/bin/playwright install chromium >&2 || true
fi
found && exit 0

echo "The browser tests need Chromium. On Debian: sudo apt-get install chromium. On Ubuntu: sudo .venv/bin/playwright install --with-deps chromium" >&2
exit 1
