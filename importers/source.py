"""A file of calls while it is read: its name, its bytes, its text."""

from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import PurePath
from typing import BinaryIO, TextIO

from calls.names import Names
from importers.encodings import encoding_of


@dataclass(frozen=True)
class Source:
    """An open file; `names` says who is meant by the names in it."""

    file: str
    stream: BinaryIO
    names: Names

    @property
    def stem(self) -> str:
        return PurePath(self.file).stem

    @property
    def suffix(self) -> str:
        return PurePath(self.file).suffix.lower()

    def place(self, line: int | None) -> str:
        """The file and a line of it, as errors name them."""
        return self.file if line is None else f"{self.file}:{line}"

    def text(self, newline: str | None = None) -> TextIO:
        """The text in its own encoding, without the mark before it; raises `NotText`."""
        encoding = encoding_of(self.stream)
        self.stream.seek(0)
        return TextIOWrapper(self.stream, encoding=encoding, newline=newline)
