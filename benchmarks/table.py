"""Figures by key, printed as a table or as one flat JSON object."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.measures import Agreement, T, resampled
from scoring.few import wilson


@dataclass(frozen=True)
class Row:
    """One line of a table: a key, its figure (None: could not be measured), and words beside it."""

    key: str
    value: float | None
    beside: str = ""


@dataclass(frozen=True)
class Table:
    """Rows under a title; `notes` say what was left out and why."""

    title: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


def agreement_rows(key: str, agreement: Agreement, f1: str = ".f1") -> Iterator[Row]:
    """Precision, recall and F1 of a label, with counts and 95 % intervals."""
    right = agreement.count(True, True)
    precise = _interval(wilson(right, agreement.found))
    recalled = _interval(wilson(right, agreement.positives))
    cases = f"{right} of {agreement.found} found{precise}"
    yield Row(f"{key}.precision", agreement.precision, cases)
    cases = f"{right} of {agreement.positives} labelled{recalled}"
    yield Row(f"{key}.recall", agreement.recall, cases)
    yield Row(f"{key}{f1}", agreement.f1, _interval(agreement.f1_interval()).strip())


def clustered_row(
    key: str, units: Sequence[T], figure: Callable[[Sequence[T]], float | None], beside: str
) -> Row:
    """A figure over conversations, with its interval over resampled ones."""
    return Row(key, figure(units), f"{beside}{_interval(resampled(units, figure))}")


def share_row(key: str, part: int, whole: int, of: str) -> Row:
    """A share with its counts and interval."""
    beside = f"{part} of {whole} {of}{_interval(wilson(part, whole))}"
    return Row(key, part / whole if whole else None, beside)


def _interval(bounds: tuple[float, float] | None) -> str:
    return f"  95 % {bounds[0]:.2f}-{bounds[1]:.2f}" if bounds else ""


def render_json(tables: Sequence[Table]) -> str:
    """One flat object, `"area.metric": number`; what could not be measured is left out."""
    figures: Mapping[str, float] = {
        row.key: round(row.value, 6)
        for table in tables
        for row in table.rows
        if row.value is not None
    }
    return json.dumps(figures, indent=1)


def render_text(tables: Sequence[Table]) -> str:
    """Every table under its title, figures below each other."""
    width = max((len(row.key) for table in tables for row in table.rows), default=0)
    return "\n".join(line for table in tables for line in _lines(table, width))


def _lines(table: Table, width: int) -> Iterator[str]:
    yield f"## {table.title}"
    for row in table.rows:
        figure = "    -  " if row.value is None else f"{row.value:7.3f}"
        yield f"{row.key:<{width}}  {figure}  {row.beside}".rstrip()
    yield from (f"({note})" for note in table.notes)
    yield ""
