#!/usr/bin/env bash
# Make a Chromium and a CJK font available for the browser tests:
# what is installed, else Debian's packages when root on Debian, else Playwright's own installer.
set -euo pipefail
python=$1

has_browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
has_cjk_font() { ! command -v fc-list >/dev/null || [ -n "$(fc-list :lang=zh family)" ]; }

if has_browser >/dev/null && has_cjk_font; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ]; then
    echo "Installing Chromium and a CJK font from Debian's packages"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk >/dev/null
    exit 0
fi
echo "Installing Chromium with Playwright's own installer"
"$python" -m playwright install chromium
