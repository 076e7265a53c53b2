"""Check a call: how its words are given, and how they are put right."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from calls.turn import Channel
from debriefs.channels import CHANNELS
from importers import FORMS, Imported
from pages._checking import Source, give, pasted
from pages._texts import _, plural

_EXAMPLE = Path(__file__).parent.parent / "docs" / "examples" / "call.txt"
_PASTED, _UPLOADED, _EMPTY = "pasted", "uploaded", "pasted_nothing"
_MEDIUM = "pasted_medium"
_SHOWN = 60
"""So much of a line is shown as an example."""


def ask_for_a_call() -> None:
    """A box, a file or an example."""
    st.write(
        _(
            "Paste or upload the words of a call, say what you know of its circumstances, and "
            "read what the rules find, turn by turn. Nothing you give here is kept or sent "
            "anywhere."
        )
    )
    with st.form("paste", width=800):
        st.text_area(
            _("The call, one line a turn"),
            key=_PASTED,
            height=220,
            placeholder="collector: Hello, may I speak with …\nconsumer: Who is this?",
        )
        st.selectbox(
            _("It is a"),
            list(Channel),
            format_func=lambda one: _(CHANNELS[one]),
            key=_MEDIUM,
            width=240,
            help=_(
                "A message needs no name before it: its words are the collector's. Where a call "
                "changes into another medium, a line such as `channel: voicemail` says so."
            ),
        )
        st.form_submit_button(_("Check this call"), type="primary", on_click=_take_pasted)
    if st.session_state.pop(_EMPTY, False):
        st.warning(_("The box is empty: paste or type the words of a call, or try the example."))
    st.file_uploader(
        _("Or a file, one call or many: .txt as above, {forms}").format(forms=", ".join(FORMS[1:])),
        type=[form.removeprefix(".") for form in FORMS],
        key=_UPLOADED,
        on_change=_take_uploaded,
        width=800,
    )
    st.button(_("Try this example"), on_click=_take_example)
    st.caption(_("A short call with two things to find in it."))


def _take_pasted() -> None:
    text = st.session_state[_PASTED]
    if text.strip():
        give(pasted(text, st.session_state.get(_MEDIUM, Channel.CALL)))
    else:
        st.session_state[_EMPTY] = True


def _correct(source: Source) -> None:
    """The words go back into the box: what could not be taken must not be typed again."""
    st.session_state[_PASTED] = source.content.decode()
    st.session_state[_MEDIUM] = source.channel
    give(None)


def _take_uploaded() -> None:
    file = st.session_state[_UPLOADED]
    give(Source(file.name, file.getvalue()) if file is not None else None)


def _take_example() -> None:
    give(Source(_EXAMPLE.name, _EXAMPLE.read_bytes()))


def tell_what_was_taken(source: Source, calls: Sequence[Imported], can_be_corrected: bool) -> None:
    """What came of it, and the ways back."""
    turns = sum(len(one.call.turns) for one in calls)
    spoken = any(turn.channel is Channel.CALL for one in calls for turn in one.call.turns)
    what = (
        plural("{n} call", "{n} calls", len(calls))
        if spoken or not turns
        else plural("{n} message", "{n} messages", len(calls))
    )
    told = [what, plural("{n} turn", "{n} turns", turns)]
    if silent := sum(not one.call.turns for one in calls):
        told.append(_("nobody speaks in {silent} of them").format(silent=silent))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(f"{source.file}: {', '.join(told)}")
        if can_be_corrected:
            st.button(_("Correct the words"), on_click=_correct, args=(source,))
        if calls or not can_be_corrected:
            st.button(_("Check another call"), on_click=give, args=(None,))


def ask_who_speaks(source: Source) -> None:
    """Words alone, as somebody pastes them first: how they become a call."""
    first = source.content.decode().strip().partition("\n")[0]
    st.info(
        _(
            "These are words, and it is not said who speaks. Put that before each line, a line "
            "for each turn; a line that goes on begins with |. For instance:"
        )
    )
    st.code(f"collector: {first[:_SHOWN]}\nconsumer: …", language=None)
