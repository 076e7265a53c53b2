"""What is known of the calls, from a YAML or JSON file."""

from pathlib import Path

from calls.context import CallContext, context_keys
from datafiles import DataFileError, load_file


def load_context(path: Path | None) -> CallContext:
    """The circumstances in a file, or none; a key that does not exist is told which do."""
    if path is None:
        return CallContext()
    try:
        return load_file(path, CallContext)
    except DataFileError as error:
        raise DataFileError(error.file, tuple(map(_taught, error.faults))) from None


def _taught(fault: str) -> str:
    unknown = "Extra inputs are not permitted" in fault
    return f"{fault} - one of {', '.join(context_keys())}" if unknown else fault
