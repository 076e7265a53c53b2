"""What a proposed rule would find and mark otherwise in stored attempts, before it is adopted."""

from collections.abc import Callable, Iterator

import streamlit as st

from compliance_rules.in_use import own_in_use
from compliance_rules.proposal import Proposal
from datafiles import DataFileError, told
from pages._floor import store
from pages._parts import bullets, mark
from pages._texts import _, plural
from pages._who import acting
from training.rechecking import Other, recheck_rule

_FOUND = "rule_found"
_MOST = 12
_MARKS = 4


def draw_otherwise(text: str, read: Callable[[], Proposal]) -> None:
    """For who may read attempts: looked at once for a text, among the rules that are in use."""
    st.subheader(_("What it would find and mark otherwise"), anchor=False)
    st.caption(
        _(
            "In attempts that were reviewed and that you may read. They keep the findings and the "
            "marks that they have, also once it is adopted; where something would be found "
            "otherwise, the whole call is marked by all rules, with it and without it. You have "
            "seen marks of these attempts then: what you rate of them afterwards is not blind."
        )
    )
    of = (text, own_in_use())
    if st.button(_("Look at stored attempts")):
        try:
            st.session_state[_FOUND] = (of, _looked_at(read()))
        except DataFileError as error:
            st.warning(str(told(error)[0]))
    looked_at: tuple[object, tuple[Other, ...]] = st.session_state.get(_FOUND, (None, ()))
    if looked_at[0] == of:
        _draw(looked_at[1])


def _looked_at(found: Proposal) -> tuple[Other, ...]:
    bar = st.progress(0.0, _("Looking at stored attempts …"))

    def tell(done: int, of: int) -> None:
        words = _("{done} of {of} attempts").format(done=done, of=of)
        bar.progress(done / of, words)

    others = tuple(recheck_rule(store(), acting(), found, tell))
    bar.empty()
    return others


def _draw(others: tuple[Other, ...]) -> None:
    if not others:
        st.write(_("In none of them would it find or mark anything else."))
        return
    n = len(others)
    head = plural("**Something else in one attempt**", "**Something else in {n} attempts**", n)
    st.markdown(" · ".join((head, *_passing(others))))
    bullets(map(_line, others[:_MOST]))
    if n > _MOST:
        st.caption(_("… and {n} more; `cli.py propose` lists all.").format(n=n - _MOST))


def _passing(others: tuple[Other, ...]) -> Iterator[str]:
    """What a house would feel first: who would pass, and who no longer."""
    moves = [one.moved.passed for one in others]
    more, fewer = moves.count((False, True)), moves.count((True, False))
    if more or fewer:
        yield _("{more} would pass that did not, {fewer} no longer").format(more=more, fewer=fewer)


def _line(one: Other) -> str:
    return f"{one.who} · {one.title}: {'; '.join(_told(one))}"


def _told(one: Other) -> Iterator[str]:
    if one.new:
        yield _("new: {lines}").format(lines=", ".join(one.new))
    if one.gone:
        yield _("gone: {lines}").format(lines=", ".join(one.gone))
    before, now = one.moved.grade
    if before != now:
        yield _("grade {before} to {now}").format(before=mark(before), now=mark(now))
    if one.moved.passed[0] != one.moved.passed[1]:
        yield _("it would pass") if one.moved.passed[1] else _("it would not pass any more")
    for name, was, to, _why in one.moved.marks[:_MARKS]:
        yield _("{name} {before} to {now}").format(name=name, before=mark(was), now=mark(to))
    if (n := len(one.moved.marks) - _MARKS) > 0:
        yield plural("one more mark", "{n} more marks", n)
    if one.verdicts:
        yield plural("a verdict outranks it", "{n} verdicts outrank it", one.verdicts)
