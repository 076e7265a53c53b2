"""Facts as a table: what comes out, when, and in which words."""

from typing import Any

import streamlit as st

from datafiles import changed, read_text, removed
from language.names import CONSUMER_SIGNALS
from pages._bench_table import Cells, Table, choice, draw_table, name, number, several, words
from pages._fields import Fields, Place
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
    _("Trust, 1 to 100"),
    _("Asked by these words"),
    _("Ways to say it"),
)
_SOME_TRUST = 35


def draw_facts(fields: Fields, at: Place = ("facts",)) -> None:
    """The table; each cell is a place of the file, which has more (signals, what comes first)."""
    st.caption(
        _(
            "Ways to say it stand apart by |, words by commas. Trust counts only "
            "where it takes trust. The last row adds a fact, which is asked for by what it is "
            "about as well. *Counts as* is what is heard in it, one of a list; "
            "*They pay by* belongs to facts about the method."
        )
    )
    draw_table(fields, at, FACTS)


def _new(cells: Cells) -> dict[str, Any]:
    """A fact that was begun in the last row; what is left open is what most facts are."""
    told = {value: one for one, value in REVEALED.items()}
    reveal = told.get(cells.get(_WHEN) or "", Reveal.IF_ASKED.value)
    fact: dict[str, Any] = {
        "id": cells.get(_NAME),
        "topic": cells.get(_ABOUT) or Topic.REASON.value,
        "reveal": reveal,
    }
    if reveal == Reveal.IF_ASKED_AND_TRUST:
        fact["trust"] = int(cells.get(_TRUST) or _SOME_TRUST)
    fact["asked_by"] = {"topics": [fact["topic"]]}
    if asked := _ASKED.made(cells.get(_WORDS)):
        fact["asked_by"]["words"] = asked
    for one in _RARE:
        if made := one.made(cells.get(one.label)):
            fact[one.place[0]] = made
    return {**fact, "says": _SAID.made(cells.get(_SAYS))}


def _write(text: str, fact: Place, label: str, value: Any) -> str:
    """Of when it comes out: trust goes with it, as one says nothing without the other."""
    reveal = next((one for one, told in REVEALED.items() if told == value), None)
    if label != _WHEN:
        return ""
    if reveal is None:
        return text
    text = changed(text, (*fact, "reveal"), reveal)
    if reveal != Reveal.IF_ASKED_AND_TRUST:
        return removed(text, (*fact, "trust"))
    trusted = Fields("", read_text(text, "")).at((*fact, "trust"))
    return text if trusted else changed(text, (*fact, "trust"), _SOME_TRUST)


_ASKED = several(_WORDS, "asked_by", "words", sign=",")
_SAID = several(_SAYS, "says", sign="|", width="large")
_RARE = (
    several(_("Only after these facts"), "after", sign=","),
    choice(_("Counts as"), "signal", of={one: one for one in sorted(CONSUMER_SIGNALS)}),
    words(_("They pay by"), "method", width="small"),
)
FACTS = Table(
    (
        name(_NAME),
        choice(_ABOUT, "topic", of={one.value: one.value for one in Topic}),
        choice(_WHEN, "reveal", of=REVEALED),
        number(_TRUST, "trust", least=1, most=100),
        _ASKED,
        _SAID,
        *_RARE,
    ),
    write=_write,
    new=_new,
)
