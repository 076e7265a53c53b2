"""Lists and named parts of a file as small tables: each cell is a place of the file."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from datafiles import DataFileError, changed, line_in, read_text, removed
from pages._field_labels import call_place
from pages._fields import Fields, Place, as_amount, change, currency_in
from pages._texts import _

_COLUMNS = st.column_config
Cells = Mapping[str, Any]
Made = Callable[[Any], Any]


def _as_it_is(value: Any) -> Any:
    return value


@dataclass(frozen=True)
class Column:
    """One column: the place inside an item, how it is shown, and what a cell says in the file."""

    label: str
    place: tuple[str, ...]
    config: Any
    told: Made = _as_it_is
    made: Made = _as_it_is
    is_money: bool = False

    def written(self, value: Any, text: str) -> Any:
        """What a cell says in the file, an amount in the money of the text's house."""
        if self.is_money:
            return as_amount(str(value or ""), currency_in(read_text(text, "")))
        return self.made(value)


def words(label: str, *place: str, width: str = "medium", pattern: str | None = None) -> Column:
    """A few words."""
    config = _COLUMNS.TextColumn(width=width, validate=pattern)  # type: ignore[arg-type]
    return Column(label, place, config, lambda value: "" if value is None else str(value))


def name(label: str) -> Column:
    """The id of an item, without which there is none."""
    config = _COLUMNS.TextColumn(required=True, validate=r"^[a-z][a-z0-9_]*$", width="small")
    return Column(label, ("id",), config, lambda value: str(value or ""))


def choice(label: str, *place: str, of: Mapping[str, str]) -> Column:
    """One of a few, each with the words that stand for it."""
    back = {told: value for value, told in of.items()}
    config = _COLUMNS.SelectboxColumn(options=list(of.values()), width="small")
    return Column(label, place, config, lambda value: of.get(str(value)), back.get)


def number(label: str, *place: str, least: int = 0, most: int | None = None) -> Column:
    """A whole number."""
    config = _COLUMNS.NumberColumn(min_value=least, max_value=most, step=1, width="small")
    return Column(
        label,
        place,
        config,
        lambda value: value if isinstance(value, int) else None,
        lambda value: None if value is None else int(value),
    )


def amount(label: str, *place: str) -> Column:
    """Money as the file writes it."""

    def told(value: Any) -> str:
        return f"{value:.2f}" if isinstance(value, float) else "" if value is None else str(value)

    config = _COLUMNS.TextColumn(width="small")
    return Column(label, place, config, told, is_money=True)


def several(label: str, *place: str, sign: str, width: str = "medium") -> Column:
    """A list, its items apart by a sign."""
    between = f" {sign} " if sign == "|" else f"{sign} "
    config = _COLUMNS.TextColumn(width=width)  # type: ignore[arg-type]
    return Column(
        label,
        place,
        config,
        lambda value: between.join(map(str, listed(value))),
        lambda given: [part.strip() for part in str(given or "").split(sign) if part.strip()],
    )


def tick(label: str, *place: str) -> Column:
    """Whether something holds; what does not is left out of the file."""
    config = _COLUMNS.CheckboxColumn(width="small")
    return Column(label, place, config, lambda value: value is True, lambda given: given or None)


def listed(value: Any) -> list[Any]:
    """A list as it is written; what is none yet has nothing in it."""
    return value if isinstance(value, list) else []


Write = Callable[[str, Place, str, Any], str]
"""From a text, an item's place, a column's label and a cell to the text with it."""
New = Callable[[Cells], Mapping[str, Any]]
"""From the cells of a new row to the item that it is."""


@dataclass(frozen=True)
class Table:
    """A list of the file: its columns, and what is special in writing a cell or a new row."""

    columns: tuple[Column, ...]
    write: Write | None = None
    new: New | None = None

    def row(self, item: Any) -> dict[str, Any]:
        """The cells of one item."""
        item = item if isinstance(item, dict) else {}
        return {one.label: one.told(_inside(item, one.place)) for one in self.columns}

    def item(self, cells: Cells, text: str) -> Mapping[str, Any]:
        """What a new row is in the file."""
        if self.new is not None:
            return self.new(cells)
        made: dict[str, Any] = {}
        for one in self.columns:
            value = one.written(cells.get(one.label), text)
            if value not in (None, "", []):
                _put(made, one.place, value)
        return made

    def with_edits(self, text: str, at: Place, edits: Mapping[str, Any]) -> str:
        """The text after what was changed, added and taken out in the table."""
        for nth, cells in edits.get("edited_rows", {}).items():
            for label, value in cells.items():
                text = self._with_cell(text, (*at, int(nth)), label, value)
        for nth in sorted(edits.get("deleted_rows", ()), reverse=True):
            text = removed(text, (*at, int(nth)))
        for cells in edits.get("added_rows", ()):
            if any(cells.get(one.label) for one in self.columns):
                end = len(listed(Fields("", read_text(text, "")).at(at)))
                text = changed(text, (*at, end), self.item(cells, text))
        return text

    def _with_cell(self, text: str, item: Place, label: str, value: Any) -> str:
        if self.write is not None and (written := self.write(text, item, label, value)) != "":
            return written
        column = next(one for one in self.columns if one.label == label)
        made, at = column.written(value, text), (*item, *column.place)
        return removed(text, at) if made in (None, "", []) else changed(text, at, made)


def draw_table(fields: Fields, at: Place, table: Table) -> None:
    """A list of the file; the last row adds an item."""
    items = listed(fields.at(at))
    for nth in range(len(items)):
        for one in table.columns:
            call_place(fields.file, (*at, nth, *one.place), one.label)
    _draw(fields, at, [table.row(one) for one in items], table.columns, table.with_edits)


@dataclass(frozen=True)
class Named:
    """Parts with names: the cells of one, and what its cells are in the file."""

    columns: tuple[Column, ...]
    told: Callable[[Any], dict[str, Any]]
    made: Callable[[Cells], Any]

    @property
    def _name(self) -> str:
        return self.columns[0].label

    def rows(self, parts: Any) -> list[dict[str, Any]]:
        """A row each, the name first."""
        parts = parts if isinstance(parts, dict) else {}
        return [{self._name: str(key), **self.told(value)} for key, value in parts.items()]

    def with_edits(self, text: str, at: Place, edits: Mapping[str, Any]) -> str:
        """The text after the edits; a part that gets another name goes to the end."""
        before = self.rows(Fields("", read_text(text, "")).at(at))
        for nth in edits.get("deleted_rows", ()):
            text = removed(text, (*at, before[int(nth)][self._name]))
        for nth, cells in edits.get("edited_rows", {}).items():
            was, now = before[int(nth)], {**before[int(nth)], **cells}
            text = self._with(text, at, now, was[self._name])
        for cells in edits.get("added_rows", ()):
            text = self._with(text, at, cells)
        return text

    def _with(self, text: str, at: Place, cells: Cells, was: str | None = None) -> str:
        """With one part; what it was called goes only when the new name is written."""
        named, made = str(cells.get(self._name) or ""), self.made(cells)
        if named != was:
            self._refuse_known(text, (*at, named))
        if not named or made in (None, "", []):
            return text
        text = changed(text, (*at, named), made)
        return text if was in (None, named) else removed(text, (*at, was))

    def _refuse_known(self, text: str, at: Place) -> None:
        """Two parts of one name would be one: the other would be lost."""
        if Fields("", read_text(text, "")).at(at) is None:
            return
        told = _("{name!r} is there already - a name that none of the others has")
        fault = f"{line_in(text, at)}: {told.format(name=at[-1])}"
        raise DataFileError("", (fault,))


def draw_named(fields: Fields, at: Place, table: Named) -> None:
    """Parts with names; the last row adds one."""
    head = table.columns[0].label
    parts = fields.at(at)
    for part in parts if isinstance(parts, dict) else ():
        call_place(fields.file, (*at, str(part)), f"{head} {part}")
    _draw(fields, at, table.rows(fields.at(at)), table.columns, table.with_edits)


def _draw(
    fields: Fields,
    at: Place,
    rows: list[dict[str, Any]],
    columns: Sequence[Column],
    with_edits: Callable[[str, Place, Mapping[str, Any]], str],
) -> None:
    key = table_key(fields.name, at, rows)

    def edited() -> None:
        edits: Mapping[str, Any] = st.session_state[key]
        change(fields.name, lambda one: with_edits(one.text, at, edits))

    st.data_editor(
        pd.DataFrame(rows, columns=[one.label for one in columns]),
        key=key,
        num_rows="dynamic",
        hide_index=True,
        column_config={one.label: one.config for one in columns},
        on_change=edited,
    )


def table_key(file: str, at: Place, rows: Sequence[Cells]) -> str:
    """A table begins anew when the file says something else."""
    told = hashlib.sha256(repr(rows).encode()).hexdigest()[:12]
    return f"bench_table_{file}_{'_'.join(map(str, at))}_{told}"


def _inside(item: Mapping[str, Any], place: Sequence[str]) -> Any:
    return Fields("", item).at(tuple(place))


def _put(item: dict[str, Any], place: Sequence[str], value: Any) -> None:
    for part in place[:-1]:
        item = item.setdefault(part, {})
    item[place[-1]] = value
