"""Calls from files, whatever program wrote them; what cannot be taken is told with its line."""

from importers.files import FORMS, Position, files_in, import_calls, parse_calls
from importers.outcome import Imported, Outcome, Refused

__all__ = [
    "FORMS",
    "Imported",
    "Outcome",
    "Position",
    "Refused",
    "files_in",
    "import_calls",
    "parse_calls",
]
