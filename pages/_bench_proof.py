"""Proving a scenario from the page: bots hold calls beside it, and each band is met or missed."""

import threading
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from commands.bots import outcome
from commands.proof import Proof, Reached, of_the_whole, reached, telling
from pages._bench import standing_of
from pages._parts import bullets, day, plain, rows
from pages._shipped import bench
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
        "Ten collectors call who never saw the hidden side: good ones, beginners, rude ones. "
        "A band says what each should reach. Your scenario is proven when the model call wins, the "
        "poor call loses, and every band is met."
    )
    if scenario is None:
        st.info("It has faults, so nobody can call. Mend them under *Write* first.")
        return
    if not saved:
        st.info("Save what you wrote as a version first: a proof is of what is saved.")
        return
    proof = _proofs()[0].get(content_hash(scenario))
    if proof is not None and proof.runs:
        _watch(scenario)
        return
    _begin_again(scenario)
    if proof is None or proof.stopped:
        _known(scenario)
    elif proof.failed:
        st.error("The proof broke off. The log of the server says why; what you wrote is kept.")
    else:
        _found(proof)


def _known(scenario: Scenario) -> None:
    """What an earlier proof found, of which the calls are not kept."""
    known = standing_of(scenario)
    if known.proved_at is None:
        st.caption("As it stands it was not proven yet.")
        return
    _verdict(known.missed, f" on {day(known.proved_at)}")
    bullets(known.missed)


def _begin_again(scenario: Scenario) -> None:
    other = next((one for one in _proofs()[0].values() if one.runs), None)
    if other is not None:
        st.info(f"*{plain(other.scenario.title)}* is being proven; one runs at a time.")
    with st.container(horizontal=True):
        st.button(
            f"Prove it: {ENOUGH} calls of each",
            type="primary",
            disabled=other is not None,
            on_click=_begin,
            args=(scenario, ENOUGH),
        )
        st.button(
            f"A quick look: {_LOOK} calls of each",
            disabled=other is not None,
            on_click=_begin,
            args=(scenario, _LOOK),
            help="It counts for nothing; few calls say little.",
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
    done, total = len(proof.calls), proof.total
    left = proof.seconds_left
    told = "" if left is None else f", about {_time(left)} left"
    st.progress(done / total, text=f"{done} of {total} calls{told}")
    st.button("Stop", on_click=proof.stop)
    st.caption("You may leave this page; it goes on, and its result is kept.")


def _time(seconds: float) -> str:
    if seconds >= 90:
        return f"{seconds / 60:.0f} minutes"
    return "1 second" if seconds < 1.5 else f"{seconds:.0f} seconds"


def _verdict(missed: tuple[str, ...], when: str = "") -> None:
    if missed:
        st.markdown(f"**■ Not proven{when}: {len(missed)} missed**")
    else:
        st.markdown(f"**✓ Proven{when}**")


def _found(proof: Proof) -> None:
    missed = proof.missed or ()
    if proof.seeds >= ENOUGH or missed:
        _verdict(missed)
    else:
        st.markdown(f"**✓ Nothing missed in {proof.seeds} calls of each.** It is a look, no proof.")
    bullets(of_the_whole(proof))
    found = reached(proof)
    rows(
        "What each reached",
        ("Who", "Good ends", "Mean grade", "Walked away", "Band"),
        map(_row, found),
    )
    names = [one.bot for one in sorted(found, key=lambda one: not one.missed)]
    bot = st.selectbox("Look at the calls of", names, key="proof_bot")
    told = next(one for one in found if one.bot == bot)
    bullets(told.missed)
    calls = telling(proof, bot)
    nth = st.selectbox(
        "Which call (the most telling first)",
        range(len(calls)),
        format_func=lambda nth: _call_told(calls[nth]),
        key=f"proof_{bot}",
    )
    _draw_call(calls[nth])


def _row(one: Reached) -> tuple[str, ...]:
    band = one.band or Band()
    sign = "■ missed" if one.missed else "✓ met" if one.band else "✓ below all bands"
    if one.band is None and not one.missed and one.bot not in ("silent", "parrot"):
        sign = "no band"
    return (
        one.bot,
        f"{one.ends} of 100{_declared(band.ends)}",
        f"{one.grade:.0f}{_declared(band.grade)}",
        f"{one.walked_away} of 100{_declared(band.walks_away)}",
        sign,
    )


def _declared(band: tuple[int, int] | None) -> str:
    return "" if band is None else f" ({band[0]} to {band[1]})"


def _call_told(call: BotCall) -> str:
    end = "a good end" if call.acceptable_end else "no good end"
    grade = "no grade" if call.grade is None else f"grade {call.grade:.0f}"
    return f"call {call.seed}: {end}, {grade}, {outcome(call).replace('_', ' ')}"


def _draw_call(call: BotCall) -> None:
    state = call.record.call
    if state is None:
        st.caption("Nobody was called.")
        return
    lines = [(named(line, state, call.scenario) or "They", line.turn.text) for line in state.lines]
    rows("The call", ("Who", "Said"), lines)
