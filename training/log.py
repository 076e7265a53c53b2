"""What went wrong in the program, for whoever runs it: a JSON object a line, no word of a call."""

import json
import logging
import secrets
import traceback
from contextlib import suppress
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from threading import Lock

FILE = "faults.jsonl"
_LARGEST, _OLDER = 1_000_000, 3
_PROJECT = Path(__file__).parent.parent
_OPENING = Lock()
"""Two sessions may fail at once: one of them opens the file."""


def keep_fault(folder: Path, error: Exception, at: str, now: datetime) -> str:
    """Write down what failed and where in the program; the id to give to whoever runs it.

    The message of an error is left out: it may quote what somebody said. Its kind and the lines of
    code that led there are kept, in `faults.jsonl` beside the store, and in the server's own log.
    """
    number = secrets.token_hex(4)
    entry = {
        "id": number,
        "when": now.isoformat(timespec="seconds"),
        "page": at,
        "kind": type(error).__name__,
        "where": [_place(frame) for frame in traceback.extract_tb(error.__traceback__)],
    }
    _log(folder).error(json.dumps(entry))
    return number


def _place(frame: traceback.FrameSummary) -> str:
    file = Path(frame.filename)
    inside = file.relative_to(_PROJECT) if file.is_relative_to(_PROJECT) else Path(file.name)
    return f"{inside}:{frame.lineno} {frame.name}"


def _log(folder: Path) -> logging.Logger:
    """One log for each data folder; the file begins anew when it is full."""
    log = logging.getLogger(f"right_party.{folder}")
    with _OPENING:
        if not log.handlers:
            for handler in _handlers(folder):
                handler.setFormatter(logging.Formatter("%(message)s"))
                log.addHandler(handler)
            log.propagate = False
    return log


def _handlers(folder: Path) -> list[logging.Handler]:
    """The server's own log, and the file where the folder can be written."""
    handlers: list[logging.Handler] = [logging.StreamHandler()]
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = RotatingFileHandler(folder / FILE, maxBytes=_LARGEST, backupCount=_OLDER)
        handlers.append(file)
    return handlers
