"""The facts of a scenario as a table: what comes out, when, and in which words."""

import hashlib
from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from datafiles import changed, read_text, removed
from pages._bench import Writing
from pages._fields import Fields, change
from pages._texts import _
from simulator.facts import Reveal, Topic

REVEALED = {
    Reveal.VOLUNTEERED.value: _("by themselves"),
    Reveal.IF_ASKED.value: _("when asked"),
    Reveal.IF_ASKED_AND_TRUST.value: _("when asked and they trust enough"),
    Reveal.ONLY_IF_ASKED_DIRECTLY.value: _("only when asked for just that"),
    Reveal.NEVER.value: _("never"),
}
_NAME, _ABOUT, _WHEN, _TRUST, _WORDS, _SAYS = (
    _("Name"),
    _("About"),
    _("Comes out"),
    _("Trust"),
    _("Asked by these words"),
    _("Ways to say it"),
)
_APART = " | "
_PLACES: Mapping[str, tuple[str, ...]] = {
    _NAME: ("id",),
    _ABOUT: ("topic",),
    _TRUST: ("trust",),
    _WORDS: ("asked_by", "words"),
    _SAYS: ("says",),
}
_SIGNS = {_WORDS: ",", _SAYS: "|"}
_SOME_TRUST = 35


def draw_facts(fields: Fields) -> None:
    """The table; each cell is a place of the file, which has more (signals, what comes first)."""
    facts = fields.at(("facts",))
    facts = [one for one in facts if isinstance(one, dict)] if isinstance(facts, list) else []
    st.caption(
        _(
            "Ways to say it stand apart by |, words by commas. Trust (1 to 100) counts only "
            "where it takes trust. The last row adds a fact."
        )
    )
    key = _key(fields.name, facts)
    st.data_editor(
        pd.DataFrame([_row(one) for one in facts], columns=list(_columns())),
        key=key,
        num_rows="dynamic",
        hide_index=True,
        column_config=_columns(),
        on_change=_changed,
        args=(fields.name, key),
    )


def _key(name: str, facts: list[Any]) -> str:
    """A table begins anew when the file says something else."""
    told = hashlib.sha256(repr(facts).encode()).hexdigest()[:12]
    return f"bench_facts_{name}_{told}"


def _columns() -> dict[str, Any]:
    column = st.column_config
    return {
        _NAME: column.TextColumn(required=True, validate=r"^[a-z][a-z0-9_]*$", width="small"),
        _ABOUT: column.SelectboxColumn(options=[one.value for one in Topic], width="small"),
        _WHEN: column.SelectboxColumn(options=list(REVEALED.values()), width="medium"),
        _TRUST: column.NumberColumn(min_value=1, max_value=100, step=1, width="small"),
        _WORDS: column.TextColumn(width="medium"),
        _SAYS: column.TextColumn(width="large"),
    }


def _row(fact: Mapping[str, Any]) -> dict[str, Any]:
    asked = fact.get("asked_by")
    words = asked.get("words") if isinstance(asked, dict) else None
    trust = fact.get("trust")
    return {
        _NAME: str(fact.get("id", "")),
        _ABOUT: str(fact.get("topic", "")),
        _WHEN: REVEALED.get(str(fact.get("reveal"))),
        _TRUST: trust if isinstance(trust, int) else None,
        _WORDS: ", ".join(map(str, _listed(words))),
        _SAYS: _APART.join(map(str, _listed(fact.get("says")))),
    }


def _listed(told: Any) -> list[Any]:
    """A list as it is written; what is none yet has nothing in it."""
    return told if isinstance(told, list) else []


def _changed(name: str, key: str) -> None:
    edits: Mapping[str, Any] = st.session_state[key]
    change(name, lambda one: with_edits(one, edits))


def with_edits(one: Writing, edits: Mapping[str, Any]) -> str:
    """The text after what was changed, added and taken out in the table."""
    text = one.text
    for nth, cells in edits.get("edited_rows", {}).items():
        for column, value in cells.items():
            text = _with_cell(text, int(nth), column, value)
    for nth in sorted(edits.get("deleted_rows", ()), reverse=True):
        text = removed(text, ("facts", int(nth)))
    for cells in edits.get("added_rows", ()):
        if cells.get(_NAME):
            text = changed(text, ("facts", _facts_in(text)), _new(cells))
    return text


def _facts_in(text: str) -> int:
    facts = read_text(text, "").get("facts")
    return len(facts) if isinstance(facts, list) else 0


def _new(cells: Mapping[str, Any]) -> dict[str, Any]:
    told = {value: name for name, value in REVEALED.items()}
    reveal = told.get(cells.get(_WHEN, ""), Reveal.IF_ASKED.value)
    fact: dict[str, Any] = {
        "id": cells[_NAME],
        "topic": cells.get(_ABOUT) or Topic.REASON.value,
        "reveal": reveal,
    }
    if reveal == Reveal.IF_ASKED_AND_TRUST:
        fact["trust"] = int(cells.get(_TRUST) or _SOME_TRUST)
    if words := _parted(cells.get(_WORDS), ","):
        fact["asked_by"] = {"words": words}
    return {**fact, "says": _parted(cells.get(_SAYS), "|")}


def _with_cell(text: str, nth: int, column: str, value: Any) -> str:
    if column == _WHEN:
        return _with_reveal(text, nth, value)
    at: tuple[str | int, ...] = ("facts", nth, *_PLACES[column])
    sign = _SIGNS.get(column)
    made = value if sign is None else _parted(value, sign)
    return changed(text, at, made) if made else removed(text, at)


def _with_reveal(text: str, nth: int, value: Any) -> str:
    """Trust goes with it, as one says nothing without the other."""
    reveal = next((name for name, told in REVEALED.items() if told == value), None)
    if reveal is None:
        return text
    text = changed(text, ("facts", nth, "reveal"), reveal)
    fact = read_text(text, "")["facts"][nth]
    if reveal == Reveal.IF_ASKED_AND_TRUST:
        return text if fact.get("trust") else changed(text, ("facts", nth, "trust"), _SOME_TRUST)
    return removed(text, ("facts", nth, "trust"))


def _parted(given: Any, sign: str) -> list[str]:
    return [part.strip() for part in str(given or "").split(sign) if part.strip()]
