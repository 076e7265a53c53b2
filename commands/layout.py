"""How text stands in a terminal: wrapped, in columns, block by block."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import time
from textwrap import wrap

from debriefs.words import plain_day
from training.desk_parts import Block, Hand

WIDTH = 88
_WIDEST_TERM = 30


def _clock(when: time) -> str:
    return f"{when:%H:%M}"


HAND = Hand(plain_day, _clock)
"""How days and times of day are written in a terminal."""


def paragraph(text: str, indent: str = "") -> Iterator[str]:
    """Text in lines that fit."""
    yield from wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent)


def bullets(lines: Iterable[str], indent: str = "  ") -> Iterator[str]:
    """Lines one under the other, each with its mark."""
    for line in lines:
        text = " ".join(line.split())
        yield from wrap(text, WIDTH, initial_indent=f"{indent}- ", subsequent_indent=f"{indent}  ")


def facts(pairs: Iterable[tuple[str, str]], indent: str = "  ") -> Iterator[str]:
    """Terms in a column, and beside each what it is; a long term has its own line."""
    kept = tuple(pairs)
    short = [len(term) for term, _ in kept if len(term) <= _WIDEST_TERM]
    width = max(short, default=2)
    for term, what in kept:
        head = f"{indent}{term:<{width}}  "
        if len(term) > width:
            yield from paragraph(term, indent)
            head = indent * 2
        beyond = " " * len(head)
        text = " ".join(what.split())
        yield from wrap(text, WIDTH, initial_indent=head, subsequent_indent=beyond) or (
            head.rstrip(),
        )


def block_lines(blocks: Iterable[Block]) -> Iterator[str]:
    """What stands at the desk, as lines."""
    for block in blocks:
        if block.heading:
            yield block.heading
        yield from facts(block.facts)
        yield from bullets(block.lines)
        yield from _rows(block.rows)


def _rows(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows in columns; the last cell may be as long as it likes."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        line = "  ".join(cells).rstrip()
        head = sum(widths[:-1]) + 2 * (len(widths) - 1) + 2
        yield from wrap(line, WIDTH, initial_indent="  ", subsequent_indent=" " * head)
