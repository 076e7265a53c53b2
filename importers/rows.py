"""CSV: one row a turn, the rows of a call together."""

import csv
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TextIO

from calls.foreign import CALL_FIELDS, TURN_FIELDS
from importers.outcome import Found, Outcome, taken
from importers.source import Source

_LONGEST = 10_000_000
_REMEMBERED = 10_000
_DELIMITERS = ",;\t|"
Row = tuple[int, Sequence[Any]]


def read_csv(source: Source) -> Iterator[Outcome]:
    """A call from each run of rows with one call id; without such a column from all rows."""
    yield from taken(source, _of_text(source.text(newline="")))


def _of_text(text: TextIO) -> Iterator[Found]:
    csv.field_size_limit(_LONGEST)  # a quote that is never closed ends here
    start = text.readline(_LONGEST)
    delimiter = max(_DELIMITERS, key=start.count)
    text.seek(0)
    rows = csv.reader(text, delimiter=delimiter, strict=True)
    try:
        header = next(rows, None)
    except csv.Error as error:
        allowed = "a first row with the names of the columns, each quotation mark closed"
        yield Found(1, None, fault=(1, f"no row of a table ({error})", allowed))
        return
    if header is not None:
        yield from calls_of_rows(header, _numbered(rows))


def _numbered(rows: Any) -> Iterator[Row]:
    """Rows with the line on which each begins; a fault of form is a row that says so."""
    line = rows.line_num + 1
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, [error]
            return
        if row:
            yield line, row
        line = rows.line_num + 1


def calls_of_rows(header: Sequence[str], rows: Iterator[Row]) -> Iterator[Found]:
    """Calls from rows of turns, each begun where the id of the call changes."""
    columns = _columns(header)
    missing = [name for name in ("speaker", "text") if name not in columns]
    if missing:
        names = ", ".join(TURN_FIELDS[missing[0]])
        wrong = f"no column {missing[0]!r}, got {', '.join(map(str, header))[:200]}"
        yield Found(1, None, fault=(1, wrong, f"a column called one of {names}"))
        return
    seen: OrderedDict[str, None] = OrderedDict()
    draft: _Draft | None = None
    for line, row in rows:
        call_id = _value(row, columns, "id")
        if draft is None or draft.ended(call_id):
            if draft is not None:
                yield draft.found()
            draft = _Draft(line, call_id, call_id is not None and call_id in seen)
            if call_id is not None:
                seen[call_id] = None
                if len(seen) > _REMEMBERED:
                    seen.popitem(last=False)
        draft.add(line, row, columns, len(header))
    if draft is not None:
        yield draft.found()


def _columns(header: Sequence[str]) -> dict[str, int]:
    """Which column holds what, by the names that columns go by."""
    named = {str(name).strip().casefold().replace(" ", "_"): n for n, name in enumerate(header)}
    fields = {**CALL_FIELDS, **TURN_FIELDS}
    return {
        field: named[name]
        for field, names in fields.items()
        for name in reversed(names)
        if name in named
    }


def _value(row: Sequence[Any], columns: Mapping[str, int], field: str) -> Any:
    at = columns.get(field)
    value = row[at] if at is not None and at < len(row) else None
    return None if value == "" and field != "text" else value


class _Draft:
    """The rows of a call so far."""

    def __init__(self, line: int, call_id: Any, again: bool) -> None:
        self._line = line
        self._id = call_id
        self._places: list[int] = []
        self._turns: list[dict[str, Any]] = []
        self._about: dict[str, Any] = {}
        self._fault: tuple[int, str, str] | None = None
        if again:
            wrong = f"the rows of call {call_id!r} do not stand together"
            self._fault = (line, wrong, "a file sorted by call")

    def ended(self, call_id: Any) -> bool:
        return bool(call_id != self._id)

    def add(self, line: int, row: Sequence[Any], columns: Mapping[str, int], width: int) -> None:
        self._places.append(line)
        if len(row) != width and self._fault is None:
            broken = row[0] if len(row) == 1 and isinstance(row[0], csv.Error) else None
            wrong = f"not CSV ({broken})" if broken else f"{len(row)} fields"
            self._fault = (line, wrong, f"{width} fields, as in the first line; check the quotes")
        self._turns.append({name: _value(row, columns, name) for name in TURN_FIELDS})
        for name in CALL_FIELDS:
            value = _value(row, columns, name)
            if value is not None:
                self._about.setdefault(name, value)

    def found(self) -> Found:
        content = {**self._about, "turns": self._turns}
        return Found(self._line, content, self._places, self._fault)
