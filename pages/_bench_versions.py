"""The versions of a file: who, when, why, what differs, and back to an earlier one; sign-off."""

from collections.abc import Sequence
from difflib import unified_diff

import streamlit as st

from pages._bench import begin_again, shown, standing_of, writing
from pages._bench_assign import draw_assign
from pages._floor import now
from pages._kinds import SCENARIOS, Kind
from pages._parts import clock, day, draw_trouble, keep_trouble, plain
from pages._shipped import bench
from pages._status import standing_told
from pages._texts import _
from pages._who import acting
from simulator.scenario import Scenario
from training.errors import TrainingError
from training.own_files import Version
from training.proofs import Status, may_sign_off, released, sign_off

_AT = "bench_versions"
_NOW = _("as it is being written")


def draw_versions(name: str, kind: Kind = SCENARIOS) -> None:
    """The list, the newest first, and what changed between two of them."""
    kept = kind.versions(name)
    draw_trouble(_AT)
    if not kept:
        st.info(_("Nothing was saved yet. The first version is what you save under *Write*."))
        return
    for one in reversed(kept):
        st.text(_told(one))
    if len(kept) > 1 or writing(name, kind).changed:
        st.subheader(_("What differs"), anchor=False)
        _compare(name, kept, kind)


def _told(one: Version) -> str:
    at = one.at.astimezone(now().tzinfo)
    return _("Version {number} · {by} · {day} {clock} · {reason}").format(
        number=one.number, by=one.by, day=day(at), clock=clock(at), reason=one.reason
    )


def _compare(name: str, kept: Sequence[Version], kind: Kind) -> None:
    numbers = {_("version {number}").format(number=one.number): one.number for one in kept}
    texts = dict(zip(numbers, (one.text for one in kept), strict=True))
    latest = list(numbers)[-1]
    if writing(name, kind).changed:
        texts[_NOW] = writing(name, kind).text
    names = list(texts)
    left, right = st.columns(2)
    with left:
        before = st.selectbox(_("From"), names, index=max(0, len(names) - 2), key="versions_from")
    with right:
        after = st.selectbox(_("To"), names, index=len(names) - 1, key="versions_to")
    lines = unified_diff(
        texts[before].splitlines(), texts[after].splitlines(), before, after, lineterm="", n=2
    )
    told = "\n".join(lines)
    if told:
        st.code(told, language="diff", wrap_lines=True)
        st.caption(_("A line with - was there before, a line with + is there after."))
    else:
        st.caption(_("They say the same."))
    if before not in (_NOW, latest):
        number = numbers[before]
        st.button(
            _("Make version {number} the present one").format(number=number),
            on_click=_restore,
            args=(name, number, kind),
        )
        st.caption(_("It becomes a new version, so that nothing is lost."))


def _restore(name: str, number: int, kind: Kind) -> None:
    try:
        kind.restore(name, number, shown(name, kind).based_on)
    except TrainingError as error:
        keep_trouble(error, _AT)
    else:
        begin_again(name, kind)


def draw_sign_off(name: str, scenario: Scenario | None) -> None:
    """How far it is, and the sign-off of somebody who did not write it."""
    draw_trouble("sign_off")
    known = standing_of(scenario)
    is_draft = scenario is None or known.status is Status.DRAFT
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{plain(standing_told(known))}**", width="content")
        if scenario is None or is_draft:
            offered = name in released(bench())
            st.caption(
                _("What is practised meanwhile is what was proven last.")
                if offered
                else _("Nobody practises a draft. It is offered once it is proven.")
            )
            return
        draw_assign(scenario)
        if acting().name in known.signed_by:
            st.caption(_("You signed it off as it stands."))
        elif may_sign_off(bench(), acting(), scenario):
            st.button(_("Sign it off"), on_click=_sign, args=(scenario,))
            st.caption(_("You read it, and you answer for what it teaches."))
        else:
            st.caption(
                _(
                    "Offered under Practise now. You wrote it: before a work sample, another "
                    "trainer signs it off."
                )
            )


def _sign(scenario: Scenario) -> None:
    try:
        sign_off(bench(), acting(), scenario, now())
    except TrainingError as error:
        keep_trouble(error, "sign_off")
