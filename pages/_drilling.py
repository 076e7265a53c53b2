"""Drawing one question of a drill: what is known, what can be answered, and why."""

from collections.abc import Callable
from functools import partial
from html import escape

import streamlit as st

from calls.turn import Speaker, Turn
from debriefs.circumstance_words import asked_for
from debriefs.signs import DONE_RIGHT, SIGNS
from drills.better import LONGEST_ANSWER
from drills.item import Item, Marked, Said, Source
from pages._handbook import address
from pages._limited import draw_area, fits
from pages._parts import facts, plain, rows
from pages._texts import _
from pages._words import NAMES

_WORDS = "drill_words"
_LOG = _("Contact log, in their time")


def draw_question(item: Item) -> None:
    """What is asked, with everything that is needed to answer it."""
    st.subheader(plain(item.question), anchor=False)
    if item.facts and item.table:
        known, log = st.columns([2, 3])
        with known:
            facts(item.facts)
        with log:
            rows(_LOG, item.heads, item.table)
    elif item.facts:
        facts(item.facts)
    elif item.table:
        rows(_LOG, item.heads, item.table)
    if item.turns:
        st.html(_exchange(item.turns))


def _exchange(turns: tuple[Turn, ...]) -> str:
    """The exchange; our last words are the ones asked about, where they end it."""
    lines = []
    for turn in turns:
        mine = " mine" if turn.speaker is Speaker.COLLECTOR else ""
        name = _("You") if mine else NAMES[turn.speaker]
        lines.append(f'<p class="line{mine}"><b>{name}</b>{escape(turn.text)}</p>')
    return f'<div class="drilled">{"".join(lines)}</div>'


def draw_choices(item: Item, choose: Callable[[str], None], *, keys: bool) -> None:
    """One button a choice; with `keys` its number on the keyboard chooses it, too."""
    with st.container(key="choices", width=640):
        for number, choice in enumerate(item.choices, start=1):
            st.button(
                plain(choice),
                key=f"choice_{item.card}_{item.nth}_{number}",
                on_click=choose,
                args=(choice,),
                shortcut=str(number) if keys else None,
                width="stretch",
            )


def draw_field(item: Item, answer: Callable[[str], None]) -> None:
    """A field for one's own words, which stay in it so that they can be tried otherwise."""
    with st.form(f"drill_form_{item.card}_{item.nth}", border=False, width=640):
        draw_area(_("Your words"), LONGEST_ANSWER, _WORDS)
        st.form_submit_button(_("Check"), on_click=partial(_answer, answer))


def _answer(answer: Callable[[str], None]) -> None:
    if fits(_WORDS, LONGEST_ANSWER):
        answer(st.session_state[_WORDS])


def forget_words() -> None:
    """For callbacks: the field is empty for the next question."""
    st.session_state.pop(_WORDS, None)


def draw_verdict(item: Item, answer: str, marked: Marked) -> None:
    """Whether it was right, what would have been, and why, with where that stands written."""
    word = _("Right") if marked.right else _("Not this one") if item.choices else _("Not yet")
    sign, ink = _sign(marked.right)
    parts = [f'<p class="{ink}"><span class="sign"><i>{sign}</i> {word}</span></p>']
    if item.choices:
        parts.append(f"<p>{_('You chose: {answer}').format(answer=escape(answer))}</p>")
    parts += [_part(one) for one in marked.parts]
    if not marked.right:
        parts += _instead(item, answer)
    parts.append(f"<p>{escape(item.why)}</p>")
    parts.append(_written(item.source))
    st.html(f'<div class="drill-verdict" role="status">{"".join(parts)}</div>')


def _sign(met: bool) -> tuple[str, str]:
    return (DONE_RIGHT.sign, DONE_RIGHT.ink) if met else ("■", "not-met")


def _part(said: Said) -> str:
    sign, ink = _sign(said.met)
    return f'<p class="{ink}"><span class="sign"><i>{sign}</i></span> {escape(said.text)}</p>'


def _instead(item: Item, answer: str) -> list[str]:
    """What was chosen and why it is not it; then what is."""
    told = []
    if item.choices:
        against = item.whys.get(item.choices.index(answer), "") if answer in item.choices else ""
        if against:
            told.append(f"<p>{escape(against)}</p>")
        told.append(f"<p><b>{_('Right')}</b> {escape(item.answer)}</p>")
    else:
        better = _("Better")
        told.append(f'<p class="better"><b>{better}</b> “{escape(item.answer)}”</p>')
    return told


def _written(source: Source) -> str:
    """The citation, how firmly the rule speaks, and the way to it."""
    told = [escape(source.citation)]
    if source.rule:
        link = escape(address(rule=source.rule))
        told.insert(0, f'<a href="{link}" target="_self">{escape(source.title)}</a>')
    if source.certainty != "high":
        told.append(_("certainty {certainty}").format(certainty=_(source.certainty)))
    told_of = f'<p class="drill-source">{" · ".join(told)}</p>'
    return f"{_standing(source)}{told_of}"


def _standing(source: Source) -> str:
    if source.standing is None:
        return ""
    sign = SIGNS[source.standing]
    needs = "; ".join(asked_for(key).rstrip(":") for key in source.needs)
    on = " " + _("on what nobody has told here: {needs}").format(needs=needs) if needs else ""
    return (
        f'<p class="{sign.ink}"><span class="sign"><i>{sign.sign}</i> '
        f"{escape(_(sign.word))}</span>{escape(on)}</p>"
    )
