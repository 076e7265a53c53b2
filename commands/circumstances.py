"""What is known of the calls, from a YAML or JSON file."""

from pathlib import Path

from calls.context import CallContext
from datafiles import load_file


def load_context(path: Path | None) -> CallContext:
    """The circumstances in a file, or none; a key that does not exist is told which do."""
    return CallContext() if path is None else load_file(path, CallContext)
