"""YAML files read into models, with errors that name the file and the line; kept forms of them."""

from datafiles.kept import files_of, kept, versions_of
from datafiles.load import DataFileError, line_of, load_file, load_text
from datafiles.schema import render_schema
from datafiles.stream import parse_items

__all__ = [
    "DataFileError",
    "files_of",
    "kept",
    "line_of",
    "load_file",
    "load_text",
    "parse_items",
    "render_schema",
    "versions_of",
]
