"""Find a browser for the tests, or install Debian's: python -m tests.browser.setup."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

_NAMES = (
    "chromium-headless-shell",  # draws no window, and needs two thirds of the time
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
)
_PACKAGES = ("chromium-headless-shell", "chromium")
"""Debian's; older releases have the second one alone."""
MISSING = (
    "No browser for the tests: install Chromium (Debian: apt install chromium), "
    "or name one in CHROMIUM=/path/to/chromium"
)


def find_browser() -> str | None:
    """Return the path of a Chromium: $CHROMIUM, one on the PATH, or one Playwright installed."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    on_path = next(filter(None, map(shutil.which, _NAMES)), None)
    return on_path or _playwrights_own()


def _playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install_browser() -> None:
    """Install Debian's Chromium where apt-get is there and we may use it; say what is done."""
    apt_get = shutil.which("apt-get")
    become_root = _become_root()
    if apt_get is None or become_root is None:
        return
    sys.stderr.write("No browser found: installing Debian's Chromium for the tests\n")
    quiet = [*become_root, "env", "DEBIAN_FRONTEND=noninteractive", apt_get, "-qq", "-y"]
    if _fails([*quiet, "update"]):
        return
    for package in _PACKAGES:
        if not _fails([*quiet, "install", "--no-install-recommends", package]):
            return


def _fails(command: list[str]) -> bool:
    return subprocess.call(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) != 0


def _become_root() -> list[str] | None:
    """Return the prefix that makes a command run as root, None where that is not possible."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.call([sudo, "-n", "true"], stderr=subprocess.DEVNULL) == 0:
        return [sudo, "-n"]
    return None


def main() -> int:
    """Make sure that there is a browser; one line says where it is, or what is missing."""
    if find_browser() is None and not os.environ.get("CHROMIUM"):
        install_browser()
    found = find_browser()
    sys.stderr.write(f"Browser for the tests: {found}\n" if found else MISSING + "\n")
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
