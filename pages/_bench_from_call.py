"""A scenario that begins from a real call: masked, shown side by side, drafted once it is right."""

import re
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

import streamlit as st

from calls.errors import RecordError
from calls.notation import parse_transcript, render_transcript
from calls.turn import Transcript, Turn
from importers import FORMS, Imported
from pages._bench import LONGEST_TITLE
from pages._bench_new import go_on_to
from pages._checking import Source, checker, outcomes_of, pasted
from pages._floor import now
from pages._given_call import GIVEN, KEPT, PASTED, forget_call
from pages._limited import draw_line
from pages._parts import bullets, draw_trouble, keep_trouble, wide
from pages._shipped import bench
from pages._texts import _, plural
from pages._who import acting
from pages._within import draw_way
from training.bench import begin_file
from training.errors import TrainingError
from training.starting import draft_of, masked, name_from

_AT = "bench_from_call"
_TITLE, _UPLOADED = "from_call_title", "from_call_file"
_MASK = re.compile(r"\[(?:name|number|address)\]")


class _Given(NamedTuple):
    """A call as it was given, and as it is without what may name somebody."""

    call: Transcript
    masked: Transcript


def draw_from_call() -> None:
    """The words are given, looked at side by side, and kept only as they are on the right."""
    given: _Given | None = st.session_state.get(GIVEN)
    if given is None:
        _ask()
    else:
        _side_by_side(given)
        _what_is_kept()
    draw_way(_("To all scenarios"))


def _ask() -> None:
    st.write(
        _(
            "Paste a call, or take one from a file. Names, numbers and addresses are masked, and "
            "you look at that before anything is kept. What can be read of it goes into a draft: "
            "amounts, the channel, who answers, what they stand on, and what they said, as facts "
            "for you to check."
        )
    )
    st.text_area(
        _("The call, one line a turn"),
        key=PASTED,
        height=220,
        placeholder="collector: Hello, may I speak with …\nconsumer: Who is this?",
        width=800,
    )
    st.file_uploader(
        _("Or a file with one call: .txt as above, {forms}").format(forms=", ".join(FORMS[1:])),
        type=[form.removeprefix(".") for form in FORMS],
        key=_UPLOADED,
        width=800,
    )
    draw_trouble(_AT)
    st.button(_("Mask it, and look"), type="primary", on_click=_take)


def _take() -> None:
    file, text = st.session_state.get(_UPLOADED), st.session_state.get(PASTED, "")
    if file is None and not text.strip():
        nothing = TrainingError("call", _("there is no call yet"), _("paste one or choose a file"))
        keep_trouble(nothing, _AT)
        return
    source = Source(file.name, file.getvalue()) if file is not None else pasted(text)
    found = tuple(outcomes_of(source, {}))
    calls = [one.call for one in found if isinstance(one, Imported)]
    if len(calls) != 1:
        bad = [one for one in found if isinstance(one, RecordError)]
        keep_trouble(_not_one(len(calls), bad), _AT)
        return
    (call,) = calls
    given = _Given(call, masked(call, checker().reader, now().date()))
    st.session_state[GIVEN] = given
    st.session_state[KEPT] = render_transcript(given.masked)


def _not_one(calls: int, bad: Sequence[RecordError]) -> TrainingError:
    if bad:
        return TrainingError(bad[0].where, f"{bad[0].where}: {bad[0].wrong}", bad[0].allowed)
    wrong = _("there are {n} calls in it").format(n=calls)
    return TrainingError("call", wrong, _("a scenario begins from one"))


def _side_by_side(given: _Given) -> None:
    changed = [
        (before, after)
        for before, after in zip(given.call.turns, given.masked.turns, strict=True)
        if before.text != after.text
    ]
    st.subheader(_("What is masked"), anchor=False)
    st.write(
        plural(
            "Something is masked in {n} turn of {of}. In doubt a word is masked.",
            "Something is masked in {n} turns of {of}. In doubt a word is masked.",
            len(changed),
            of=len(given.call.turns),
        )
    )
    heads = (_("Who"), _("As it was said"), _("As it would be kept"))
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    body = "".join(
        _line(before, after)
        for before, after in zip(given.call.turns, given.masked.turns, strict=True)
    )
    name = _("The call before and after masking")
    table = (
        f'<table class="rows masked"><caption class="unseen">{escape(name)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )
    st.html(wide(table, name))


def _line(before: Turn, after: Turn) -> str:
    shown = _MASK.sub(lambda found: f"<mark>{found[0]}</mark>", escape(after.text))
    return (
        f"<tr><td>{_(before.speaker.value)}</td><td>{escape(before.text)}</td><td>{shown}</td></tr>"
    )


def _what_is_kept() -> None:
    """The masked words can be put right; only they are kept."""
    st.subheader(_("What is kept"), anchor=False)
    st.text_area(_("Mask here what is left, and put back what names nobody"), key=KEPT, height=260)
    fits = draw_line(_("What trainees see as its title"), LONGEST_TITLE, _TITLE, width=480)
    draw_trouble(_AT)
    with st.container(horizontal=True):
        st.button(_("Begin a draft from it"), type="primary", on_click=_begin, disabled=not fits)
        st.button(_("Another call"), on_click=forget_call)
    bullets(
        (
            _("The call as it was given is kept nowhere, and forgotten when you go on."),
            _("The masked words stand as notes above the draft, for whoever writes it."),
            _("It is a draft that nobody else can practise until bots have proven it."),
        )
    )


def _begin() -> None:
    title = st.session_state.get(_TITLE, "").strip()
    if not title:
        wrong = TrainingError("title", _("the title is missing"), _("give it one of a few words"))
        keep_trouble(wrong, _AT)
        return
    name = name_from(title)
    try:
        call = parse_transcript(st.session_state[KEPT], "masked")
        draft = draft_of(call, checker().reader, name, title)
        reason = _("Began from a call of {n} turns, masked").format(n=len(call.turns))
        begin_file(bench(), acting(), name, draft.text, reason, now())
    except RecordError as error:
        keep_trouble(TrainingError(error.where, error.wrong, error.allowed), _AT)
    except TrainingError as error:
        keep_trouble(error, _AT)
    else:
        forget_call()
        go_on_to(name)
