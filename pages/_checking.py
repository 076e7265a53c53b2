"""The calls that somebody checks: given by paste or file, checked in batches that can be stopped.

Nothing of it is stored: it lives as long as the page stays open.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from time import monotonic

import streamlit as st

from calls.context import CallContext
from calls.errors import RecordError
from calls.names import Names
from calls.notation import NAMES
from calls.turn import Channel, Speaker
from compliance_rules import Assumptions, Checker, CheckResult, HouseFacts
from compliance_rules.in_use import own_in_use
from compliance_rules.own_rule import OwnRules
from compliance_rules.shipped import checker_with
from importers import Imported, Outcome, parse_calls
from pages._bench import around
from pages._texts import _
from simulator.house import House
from training.bench import HOUSE

_SOURCE, _TAKEN, _CHECKED, _STOPPED = (
    "check_source",
    "check_taken",
    "check_done",
    "check_stopped",
)
_BATCH = 10
_NAMED = re.compile(r"\s*(?:\[[^\]]*\]\s*)?[\w.' -]{1,40}:")
"""A line with a name before it, whoever that is."""
_SLOW = 200
"""From so many turns on somebody is told how far it is."""


@dataclass(frozen=True)
class Source:
    """What was given: the name of a file and the bytes in it; what was typed can be corrected.

    `channel` is the medium of all turns whose own the words do not name.
    """

    file: str
    content: bytes
    typed: bool = False
    channel: Channel = Channel.CALL


@dataclass(frozen=True)
class _Taken:
    """The calls of a source, and what could not be taken, in the order of the file."""

    key: tuple[object, ...]
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True)
class _Checked:
    """The results so far for the calls of a source under certain circumstances."""

    key: tuple[object, ...]
    results: tuple[CheckResult, ...] = ()


def give(source: Source | None) -> None:
    """For callbacks: these are the calls now; None begins anew."""
    st.session_state[_SOURCE] = source


def given() -> Source | None:
    """What was given last."""
    return st.session_state.get(_SOURCE)


def pasted(text: str, channel: Channel = Channel.CALL) -> Source:
    """Pasted text, named after the form in which it seems to be written."""
    start = text.strip()
    if start.startswith("["):
        form = "json" if not start.startswith("[0") and _is_json(start) else "txt"
    elif start.startswith("{"):
        form = "json" if _is_json(start) else "jsonl"
    else:
        form = "txt"
    return Source(f"pasted.{form}", text.encode("utf-8", "replace"), typed=True, channel=channel)


def nobody_speaks(source: Source) -> bool:
    """Whether the words are lines without anybody's name before them."""
    written = source.file.endswith(".txt")
    return written and not any(_NAMED.match(line) for line in _lines(source))


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def taken(source: Source, names: Names) -> tuple[list[Imported], list[RecordError]]:
    """The calls of a source and what is wrong with the others; read once."""
    key = (source, tuple(sorted(names.items())))
    kept: _Taken | None = st.session_state.get(_TAKEN)
    if kept is None or kept.key != key:
        kept = _Taken(key, tuple(outcomes_of(source, names)))
        st.session_state[_TAKEN] = kept
    good = [one for one in kept.outcomes if isinstance(one, Imported)]
    return good, [one for one in kept.outcomes if isinstance(one, RecordError)]


def outcomes_of(source: Source, names: Names) -> Iterable[Outcome]:
    """The calls as they stand there; a message in which nobody is named is the collector's."""
    known = {**NAMES, **names}
    if source.channel is Channel.CALL:
        return parse_calls(source.content, source.file, known)
    content, lines = source.content, _lines(source)
    before = {line.partition(":")[0].strip().casefold() for line in lines if ":" in line}
    if source.file.endswith(".txt") and before.isdisjoint((*known, "channel", "began_at")):
        content = f"{Speaker.COLLECTOR}: {f'{chr(10)}| '.join(lines)}".encode()
    return (_sent_by(source.channel, one) for one in parse_calls(content, source.file, known))


def _lines(source: Source) -> list[str]:
    text = source.content.decode("utf-8", "replace")
    return [line for line in text.splitlines() if line.strip()]


def _sent_by(channel: Channel, outcome: Outcome) -> Outcome:
    if not isinstance(outcome, Imported):
        return outcome
    turns = tuple(
        turn.model_copy(update={"channel": channel}) if turn.channel is Channel.CALL else turn
        for turn in outcome.call.turns
    )
    return replace(outcome, call=outcome.call.model_copy(update={"turns": turns}))


def checker(packs: tuple[str, ...] | None = None) -> Checker:
    """The rules in use, or those of some packs, as this house's calls are checked with them."""
    house = around().houses[HOUSE]
    return _checker(house, house.model_dump_json(), packs, own_in_use())


@st.cache_resource(show_spinner=_("Opening the rules …"), max_entries=8)
def _checker(
    _house: House,
    said: str,  # noqa: ARG001 - the house's words are its key
    packs: tuple[str, ...] | None,
    own: OwnRules,
) -> Checker:
    return checker_with(own, HouseFacts.of(_house), packs)


@dataclass(frozen=True)
class Terms:
    """How calls are checked: with which rules, what is known of them, and what may be assumed."""

    checker: Checker
    known: CallContext
    assume: Assumptions

    @property
    def key(self) -> tuple[object, ...]:
        packs = tuple(pack.about.id for pack in self.checker.packs)
        asked = self.checker.fingerprint
        return asked, packs, self.known.model_dump_json(exclude_defaults=True), self.assume.names


def checked(calls: list[Imported], source: Source, terms: Terms) -> tuple[CheckResult, ...]:
    """The results; where it takes long, with how far it is and a way to stop."""
    key = (source, terms.key, len(calls))
    kept: _Checked | None = st.session_state.get(_CHECKED)
    if kept is None or kept.key != key:
        kept = _Checked(key)
    if len(kept.results) == len(calls):
        return kept.results
    if st.session_state.get(_STOPPED) == key:
        _offer_to_go_on(len(kept.results), len(calls))
        return kept.results
    return _check_rest(calls, kept, terms)


def _check_rest(calls: list[Imported], kept: _Checked, terms: Terms) -> tuple[CheckResult, ...]:
    rest = calls[len(kept.results) :]
    place = st.empty()
    slow = sum(len(one.call.turns) for one in rest) > _SLOW
    if slow:
        with place.container():
            bar = st.progress(0.0, _("Checking {calls} calls").format(calls=len(calls)))
            st.button(_("Stop checking"), on_click=_stop, args=(kept.key,))
    began = monotonic()
    for start in range(0, len(rest), _BATCH):
        batch = rest[start : start + _BATCH]
        found = tuple(terms.checker.check(one.call, terms.known, terms.assume) for one in batch)
        kept = _Checked(kept.key, (*kept.results, *found))
        st.session_state[_CHECKED] = kept
        if slow:
            done = start + len(batch)
            left = (monotonic() - began) / done * (len(rest) - done)
            share = len(kept.results) / len(calls)
            bar.progress(share, _how_far(len(kept.results), len(calls), left))
    place.empty()
    return kept.results


def _how_far(done: int, of: int, seconds: float) -> str:
    left = (
        _("less than a second")
        if seconds < 1
        else _("about {seconds:.0f} s").format(seconds=seconds)
    )
    return _("{done} of {of} calls checked, {left} left").format(done=done, of=of, left=left)


def _stop(key: tuple[object, ...]) -> None:
    st.session_state[_STOPPED] = key


def _offer_to_go_on(done: int, of: int) -> None:
    st.warning(_("Stopped: {done} of {of} calls are checked.").format(done=done, of=of))
    st.button(_("Go on"), on_click=_go_on)


def _go_on() -> None:
    st.session_state[_STOPPED] = None
