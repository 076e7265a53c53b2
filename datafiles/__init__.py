"""YAML files read into models, with errors that name the file and the line; kept forms of them."""

from datafiles.edit import changed, removed
from datafiles.kept import files_of, kept, versions_of
from datafiles.load import (
    DataFileError,
    line_in,
    line_of,
    load_file,
    load_text,
    read_text,
    text_of,
)
from datafiles.plainly import Told, place_told, told
from datafiles.schema import render_schema
from datafiles.stream import parse_items
from datafiles.written import Written, written

__all__ = [
    "DataFileError",
    "Told",
    "Written",
    "changed",
    "files_of",
    "kept",
    "line_in",
    "line_of",
    "load_file",
    "load_text",
    "parse_items",
    "place_told",
    "read_text",
    "removed",
    "render_schema",
    "text_of",
    "told",
    "versions_of",
    "written",
]
