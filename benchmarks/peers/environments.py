"""Environments of their own for those we compare with, made once and kept."""

import subprocess
import sys
from pathlib import Path

from calls.errors import RecordError

PACKAGES = {"medspacy": "medspacy>=1.3,<1.4", "presidio": "presidio-analyzer>=2.2,<2.3"}


def python_of(who: str, folder: Path) -> Path:
    """The Python of the environment for `who`; made with packages from the index where missing."""
    home = folder / who
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    made = home / "made"
    if not made.exists():
        print(f"Setting up {PACKAGES[who]} in {home}; some minutes, once", file=sys.stderr)
        _run([sys.executable, "-m", "venv", str(home)], who)
        _run([str(python), "-m", "pip", "install", "--quiet", PACKAGES[who]], who)
        made.touch()
    return python


def _run(words: list[str], who: str) -> None:
    done = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise RecordError(f"peers: {who}", last, "a package index within reach, and 2 GB of disk")
