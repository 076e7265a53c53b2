"""How a file's text is written down: its mark says so, or its bytes do.

A file is looked through once before it is read, a block at a time, so that no line of it is taken
one way and the next another.
"""

import codecs
from dataclasses import dataclass
from typing import BinaryIO

from charset_normalizer import from_bytes

_BLOCK = 1 << 20
_SAMPLE = 1 << 15
_HARDLY, _MOSTLY = 0.1, 0.5
# The mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = ["utf_16_le", "utf_16_be"]
_NARROW = ["cp1252"]  # what is printed in Latin-1 is the same in it
"""What English calls are written in where it is not UTF-8 and nothing says so."""


@dataclass
class NotText(Exception):
    """Bytes that are no text in any way that calls are written; `line` is where that shows."""

    line: int
    wrong: str


@dataclass(frozen=True)
class _Fault:
    """Where bytes are not what they should be, and whether all before it is plain ASCII."""

    at: int
    line: int
    reason: str
    plain: bool


def encoding_of(stream: BinaryIO) -> str:
    """The name of the encoding, by which all of the stream can be read; raises `NotText`."""
    stream.seek(0)
    head = stream.read(_SAMPLE)
    marked = next((name for mark, name in _MARKS if head.startswith(mark)), None)
    if marked:
        return _proved(stream, marked)
    if _every_other_is_zero(head):
        return _proved(stream, _guess(head, 1, _WIDE))
    fault = _fault(stream, "utf-8")
    if fault is None:
        return "utf-8"
    if not fault.plain:
        raise NotText(fault.line, f"not UTF-8 ({fault.reason}), though what is before it is")
    stream.seek(max(0, fault.at - _SAMPLE))
    return _proved(stream, _guess(stream.read(2 * _SAMPLE), fault.line, _NARROW))


def _every_other_is_zero(head: bytes) -> bool:
    """English in UTF-16; zeros that somebody's telephone put into a text stand anywhere."""
    few, many = sorted(half.count(0) / max(1, len(half)) for half in (head[::2], head[1::2]))
    return few < _HARDLY and many > _MOSTLY


def _guess(sample: bytes, line: int, among: list[str]) -> str:
    best = from_bytes(sample, cp_isolation=among).best()
    if best is None:
        raise NotText(line, "no text that can be made out")
    return best.encoding


def _proved(stream: BinaryIO, encoding: str) -> str:
    fault = _fault(stream, encoding)
    if fault:
        raise NotText(fault.line, f"not {encoding.removesuffix('-sig').upper()} ({fault.reason})")
    return encoding


def _fault(stream: BinaryIO, encoding: str) -> _Fault | None:
    decoder = codecs.getincrementaldecoder(encoding)()
    stream.seek(0)
    at, line, plain = 0, 1, True
    while True:
        block = stream.read(_BLOCK)
        pending = len(decoder.getstate()[0])
        try:
            text = decoder.decode(block, final=not block)
        except UnicodeDecodeError as error:
            before = error.object[: error.start]
            fault = at - pending + error.start
            return _Fault(
                fault, line + before.count(b"\n"), error.reason, plain and before.isascii()
            )
        if not block:
            return None
        at += len(block)
        line += text.count("\n")
        plain = plain and text.isascii()
