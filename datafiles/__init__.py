"""YAML files read into models, with errors that name the file and the line; kept forms of them."""

from datafiles.kept import kept
from datafiles.load import DataFileError, line_of, load_file, load_text
from datafiles.schema import render_schema
from datafiles.stream import parse_items

__all__ = [
    "DataFileError",
    "kept",
    "line_of",
    "load_file",
    "load_text",
    "parse_items",
    "render_schema",
]
