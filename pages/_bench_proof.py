"""Proving a scenario from the page: bots hold calls beside it, and each band is met or missed."""

import threading
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from calls.state import CallState, Line
from calls.turn import Speaker
from commands.bots import outcome
from commands.proof import Proof, Reached, of_the_whole, reached, telling
from debriefs.words import words as in_words
from pages._bench import standing_of
from pages._beside import draw_progress
from pages._parts import bullets, day, plain, rows
from pages._shipped import bench
from pages._texts import _
from pages._who import acting
from simulator.bands import Band
from simulator.scenario import Scenario, content_hash
from training.bench import Bench
from training.bot_practice import BotCall
from training.models import Person
from training.naming import named
from training.proofs import ENOUGH, keep_proof

_LOOK = 2
_EVERY_SECONDS = 1.0


@st.cache_resource(show_spinner=False)
def _proofs() -> tuple[dict[str, Proof], threading.Lock]:
    """The last proof of each content, whoever asked for it; one runs at a time."""
    return {}, threading.Lock()


def draw_proof(scenario: Scenario | None, *, saved: bool) -> None:
    """What begins a proof, how far it is, and what it found."""
    st.write(
        _(
            "Ten collectors call who never saw the hidden side: good ones, beginners, rude ones. "
            "A band says what each should reach. Your scenario is proven when the model call "
            "wins, the poor call loses, and every band is met."
        )
    )
    if scenario is None:
        st.info(_("It has faults, so nobody can call. Mend them under *Write* first."))
        return
    if not saved:
        st.info(_("Save what you wrote as a version first: a proof is of what is saved."))
        return
    proof = _proofs()[0].get(content_hash(scenario))
    if proof is not None and proof.runs:
        _watch(scenario)
        return
    _begin_again(scenario)
    if proof is None or proof.stopped:
        _known(scenario)
    elif proof.failed:
        st.error(_("The proof broke off. The log of the server says why; what you wrote is kept."))
    else:
        _found(proof)


def _known(scenario: Scenario) -> None:
    """What an earlier proof found, of which the calls are not kept."""
    known = standing_of(scenario)
    if known.proved_at is None:
        st.caption(_("As it stands it was not proven yet."))
        return
    _verdict(known.missed, _(" on {day}").format(day=day(known.proved_at)))
    bullets(known.missed)


def _begin_again(scenario: Scenario) -> None:
    other = next((one for one in _proofs()[0].values() if one.runs), None)
    if other is not None:
        st.info(
            _("*{title}* is being proven; one runs at a time.").format(
                title=plain(other.scenario.title)
            )
        )
    with st.container(horizontal=True):
        st.button(
            _("Prove it: {enough} calls of each").format(enough=ENOUGH),
            type="primary",
            disabled=other is not None,
            on_click=_begin,
            args=(scenario, ENOUGH),
        )
        st.button(
            _("A quick look: {look} calls of each").format(look=_LOOK),
            disabled=other is not None,
            on_click=_begin,
            args=(scenario, _LOOK),
            help=_("It counts for nothing; few calls say little."),
        )


def _begin(scenario: Scenario, seeds: int) -> None:
    proofs, lock = _proofs()
    with lock:
        if any(one.runs for one in proofs.values()):
            return
        told = partial(_keep, bench(), acting(), scenario, seeds)
        proofs[content_hash(scenario)] = proof = Proof(scenario, seeds, told)
        proof.start()


def _keep(
    the_bench: Bench, person: Person, scenario: Scenario, seeds: int, missed: tuple[str, ...]
) -> None:
    """Called from the proof's own thread, where nobody's browser tells the time."""
    keep_proof(the_bench, person, scenario, seeds, missed, datetime.now(UTC))


@st.fragment(run_every=_EVERY_SECONDS)
def _watch(scenario: Scenario) -> None:
    """How far it is, drawn again by itself; the rest of the page stays as it is."""
    proof = _proofs()[0][content_hash(scenario)]
    if not proof.runs:
        st.rerun()
    draw_progress(proof)


def _verdict(missed: tuple[str, ...], when: str = "") -> None:
    if missed:
        st.markdown(
            _("**■ Not proven{when}: {missed} missed**").format(when=when, missed=len(missed))
        )
    else:
        st.markdown(_("**✓ Proven{when}**").format(when=when))


def _found(proof: Proof) -> None:
    missed, whole, found = proof.missed or (), of_the_whole(proof), reached(proof)
    if proof.seeds >= ENOUGH or whole:
        _verdict(missed)
    elif missed:
        st.markdown(
            _("**Too few calls to tell:** {seeds} of each, {missed} outside a band so far.").format(
                seeds=proof.seeds, missed=len(missed)
            )
        )
    else:
        st.markdown(
            _("**✓ Nothing missed in {seeds} calls of each.** It is a look, no proof.").format(
                seeds=proof.seeds
            )
        )
    if missed:
        bullets((*whole, *(f"{one.bot}: {line}" for one in found for line in one.missed)))
    rows(
        _("What each reached"),
        (_("Who"), _("Good ends"), _("Mean grade"), _("Walked away"), _("Band")),
        (_row(one, few=proof.seeds < ENOUGH) for one in found),
    )
    names = [one.bot for one in sorted(found, key=lambda one: not one.missed)]
    bot = st.selectbox(_("Look at the calls of"), names, key="proof_bot")
    calls = telling(proof, bot)
    nth = st.selectbox(
        _("Which call (the most telling first)"),
        range(len(calls)),
        format_func=lambda nth: _call_told(calls[nth]),
        key=f"proof_{bot}",
    )
    _draw_call(calls[nth])


def _row(one: Reached, *, few: bool) -> tuple[str, ...]:
    band = one.band or Band()
    outside = _("■ too few calls to tell") if few else _("■ missed")
    sign = outside if one.missed else _("✓ met") if one.band else _("✓ below all bands")
    if one.band is None and not one.missed and one.bot not in ("silent", "parrot"):
        sign = _("no band")
    return (
        one.bot,
        _("{ends} of 100{declared}").format(ends=one.ends, declared=_declared(band.ends)),
        f"{one.grade:.0f}{_declared(band.grade)}",
        _("{walked_away} of 100{declared}").format(
            walked_away=one.walked_away, declared=_declared(band.walks_away)
        ),
        sign,
    )


def _declared(band: tuple[int, int] | None) -> str:
    return "" if band is None else _(" ({low} to {high})").format(low=band[0], high=band[1])


def _call_told(call: BotCall) -> str:
    end = _("a good end") if call.acceptable_end else _("no good end")
    grade = _("no grade") if call.grade is None else _("grade {grade:.0f}").format(grade=call.grade)
    ended = outcome(call).replace("_", " ")
    return _("call {seed}: {end}, {grade}, {ended}").format(
        seed=call.seed, end=end, grade=grade, ended=ended
    )


def _draw_call(call: BotCall) -> None:
    state = call.record.call
    if state is None:
        st.caption(_("Nobody was called."))
        return
    filed = call.record.wrap_up.disposition if call.record.wrap_up else None
    if filed is not None:
        st.caption(_("Filed as: {code}.").format(code=in_words(filed)))
    if missing := call.review.scorecard.missing:
        st.markdown(_("**What kept it from a good end**"))
        bullets(missing)
    lines = [(_who(line, state, call.scenario), line.turn.text) for line in state.lines]
    rows(_("The call"), (_("Who"), _("Said")), lines)


def _who(line: Line, call: CallState, scenario: Scenario) -> str:
    if line.turn.speaker is Speaker.COLLECTOR:
        return _("Collector")
    return named(line, call, scenario) or _("They")
