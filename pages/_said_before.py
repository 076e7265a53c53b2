"""Looking for words in one's own calls: each line that has them, and the way to its place."""

from html import escape
from itertools import pairwise
from urllib.parse import urlencode

import streamlit as st

from calls.turn import Speaker, turn_number
from pages._floor import store
from pages._opened import on_with
from pages._parts import clock, day
from pages._texts import _, plural
from pages._who import acting
from pages._words import NAMES
from training.searching import MOST, Hit, search

_WORDS = "said"
_WIDE = 160
"""So many characters of a line are shown around the words found."""


def draw_search() -> None:
    """A box, and below it what was found."""
    words = st.text_input(
        _("Search what was said in your calls"),
        key=_WORDS,
        placeholder=_("all of the words, in any order"),
        type="search",
        live=True,
        width=480,
        bind="query-params",
    )
    if not words or not words.strip():
        return
    hits = search(store(), acting(), words, MOST + 1)
    if not hits:
        st.info(_("Nobody says that in a call of yours. Try one word, or the beginning of one."))
        return
    shown = hits[:MOST]
    told = plural("{n} line", "{n} lines", len(shown))
    if len(hits) > MOST:
        told += ", " + _("the newest; there are more, another word would tell them apart")
    st.html(f'<p role="status">{told}</p><ol class="hits">{"".join(map(_hit, shown))}</ol>')


def _hit(hit: Hit) -> str:
    who = _("You") if hit.speaker is Speaker.COLLECTOR else NAMES[hit.speaker]
    place = _("{title}, turn {number}").format(title=hit.title, number=turn_number(hit.turn))
    when = _when(hit)
    if not hit.attempt.state.handed_in:
        when += ", " + _("not handed in yet")
    return (
        f'<li><a href="{escape(_address(hit))}" target="_self">{escape(place)}</a> '
        f"<small>{escape(when)}</small>"
        f"<p><b>{who}</b> {_snippet(hit)}</p></li>"
    )


def _when(hit: Hit) -> str:
    return f"{day(hit.attempt.started_at)}, {clock(hit.attempt.started_at)}"


def _address(hit: Hit) -> str:
    """The scorecard at that turn; where it is not handed in yet, the page on which it goes on."""
    page = on_with(hit.attempt)[0].removeprefix("pages/").removesuffix(".py")
    return f"{page}?{urlencode({'attempt': hit.attempt.id, 'turn': turn_number(hit.turn)})}"


def _snippet(hit: Hit) -> str:
    """The line, or so much of a long one as stands around the words, with the words marked."""
    first = hit.marks[0][0] if hit.marks else 0
    begins = 0 if first < _WIDE else hit.text.rfind(" ", 0, first - _WIDE // 2) + 1
    ends = min(begins + 2 * _WIDE, len(hit.text))
    marks = [(start, end) for start, end in hit.marks if end <= ends]
    cuts = sorted({begins, ends, *(cut for mark in marks for cut in mark)})
    pieces = []
    for start, end in pairwise(cuts):
        words = escape(hit.text[start:end])
        pieces.append(f"<mark>{words}</mark>" if (start, end) in marks else words)
    before = "… " if begins else ""
    after = " …" if ends < len(hit.text) else ""
    return f"{before}{''.join(pieces)}{after}"
