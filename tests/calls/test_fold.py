from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calls.circumstances import SpeakerRole
from calls.context import CallContext
from calls.disposition import Disposition
from calls.events import (
    CallStarted,
    DialDecided,
    DialDecision,
    DispositionRecorded,
    Ended,
    Event,
    Held,
    MessageSent,
    Noted,
    Replied,
    Resumed,
    Said,
    TakenBack,
)
from calls.fold import fold
from calls.money import Every, Money, Offer, Schedule
from calls.moves import Act, Ending, Mood, Move
from calls.record import record_of
from calls.state import AttemptState, CallState
from calls.turn import Channel, Speaker
from calls.versions import parse_event
from tests.calls.strategies import LOGS

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
CALM = Mood(trust=40, tension=20, engagement=50, shame=30, patience=80)
SAMPLE = Path(__file__).parent / "samples" / "events_v1.jsonl"


def at(seq: int) -> datetime:
    return NOON + timedelta(seconds=seq * 5)


def started(seq: int = 1) -> CallStarted:
    return CallStarted(
        seq=seq, at=at(seq), account="a", answered_by=SpeakerRole.CONSUMER, who="mara"
    )


def said(seq: int, text: str = "Hello") -> Said:
    return Said(seq=seq, at=at(seq), text=text)


def replied(seq: int, answers: int | None, move: Move | None = None, mood: Mood = CALM) -> Replied:
    move = move or Move(speaker=Speaker.CONSUMER, acts=(Act.ANSWERS,))
    return Replied(seq=seq, at=at(seq), answers=answers, text="Yes", move=move, mood_after=mood)


def call_of(*events: Event) -> CallState:
    call = fold(events).call
    assert call is not None
    return call


def sample() -> tuple[Event, ...]:
    return tuple(map(parse_event, SAMPLE.read_text(encoding="utf-8").splitlines()))


@given(LOGS)
def test_any_numbered_log_folds(log: tuple[Event, ...]) -> None:
    assert fold(log).seq == len(log)


@given(LOGS, st.integers(0, 12))
def test_without_take_backs_a_call_only_grows(log: tuple[Event, ...], at_event: int) -> None:
    kept = tuple(event for event in log if not isinstance(event, TakenBack))

    before, after = fold(kept[:at_event]), fold(kept)

    assert len(before.calls) <= len(after.calls)
    for early, late in zip(before.calls, after.calls, strict=False):
        assert late.lines[: len(early.lines)] == early.lines


def test_nothing_has_happened_in_an_empty_log() -> None:
    assert fold(()) == AttemptState()


def test_a_line_taken_back_counts_as_never_said_nor_answered() -> None:
    threat = Move(speaker=Speaker.CONSUMER, acts=(Act.SNAPS,), facts=("angry",))
    angry = CALM.model_copy(update={"tension": 90})

    call = call_of(
        started(),
        said(2),
        replied(3, 2),
        said(4, "or else"),
        replied(5, 4, threat, angry),
        TakenBack(seq=6, at=at(6), said=4),
    )

    assert [line.turn.text for line in call.lines] == ["Hello", "Yes"]
    assert call.mood == CALM
    assert call.revealed == ()
    assert call.unanswered is None


def test_a_call_that_a_withdrawn_reply_hung_up_goes_on() -> None:
    hang_up = Move(speaker=Speaker.CONSUMER, acts=(Act.HANGS_UP,), ending=Ending.HUNG_UP)
    log = (started(), said(2), replied(3, 2, hang_up))

    assert call_of(*log).over
    assert not call_of(*log, TakenBack(seq=4, at=at(4), said=2)).over


def test_the_last_words_wait_for_their_answer() -> None:
    words = said(2)

    assert call_of(started(), words).unanswered == words
    assert call_of(started(), words, replied(3, 2)).unanswered is None


def test_a_call_is_on_hold_until_it_is_resumed() -> None:
    held = (started(), Held(seq=2, at=at(2)))

    assert call_of(*held).on_hold
    assert not call_of(*held, Resumed(seq=3, at=at(3))).on_hold


def test_whoever_hangs_up_ends_the_call() -> None:
    hang_up = Move(speaker=Speaker.CONSUMER, acts=(Act.HANGS_UP,), ending=Ending.HUNG_UP)

    by_consumer = call_of(started(), said(2), replied(3, 2, hang_up))
    by_collector = call_of(started(), Ended(seq=2, at=at(2), by=Speaker.COLLECTOR))

    assert (by_consumer.ended_by, by_consumer.ending) == (Speaker.CONSUMER, Ending.HUNG_UP)
    assert (by_collector.ended_by, by_collector.ending) == (Speaker.COLLECTOR, Ending.GOODBYE)
    assert by_consumer.ended_at == at(3)


def test_what_was_revealed_and_offered_adds_up_over_the_turns() -> None:
    offer = Offer(by=Speaker.COLLECTOR, amount=Money.of(80), schedule=Schedule(every=Every.MONTH))
    counter = offer.model_copy(update={"by": Speaker.CONSUMER, "amount": Money.of(50)})
    tells = Move(speaker=Speaker.CONSUMER, acts=(Act.DISCLOSES,), facts=("laid_off",))
    haggles = Move(
        speaker=Speaker.CONSUMER,
        acts=(Act.COUNTERS,),
        facts=("rent_due",),
        offer_heard=offer,
        counter=counter,
        remember=("pushed",),
    )
    agrees = Move(speaker=Speaker.CONSUMER, acts=(Act.ACCEPTS,), accepted=counter)

    call = call_of(
        started(),
        *(said(2), replied(3, 2, tells)),
        *(said(4), replied(5, 4, haggles)),
        *(said(6), replied(7, 6, agrees)),
    )

    assert call.revealed == ("laid_off", "rent_due")
    assert call.offers == (offer, counter)
    assert call.accepted == counter
    assert call.remembered == ("pushed",)


def test_what_was_accepted_stands_until_something_else_is() -> None:
    offer = Offer(by=Speaker.COLLECTOR, amount=Money.of(80))
    agrees = Move(speaker=Speaker.CONSUMER, acts=(Act.ACCEPTS,), accepted=offer)

    call = call_of(started(), said(2), replied(3, 2, agrees), said(4), replied(5, 4))

    assert call.accepted == offer


@pytest.mark.parametrize("text", ["", "Paid in full, he says."])
def test_the_wrap_up_keeps_what_was_recorded_last(text: str) -> None:
    state = fold(
        (
            Noted(seq=1, at=at(1), text="draft"),
            DispositionRecorded(seq=2, at=at(2), disposition=Disposition.DISPUTE),
            Noted(seq=3, at=at(3), text=text),
            DispositionRecorded(seq=4, at=at(4), disposition=None),
        )
    )

    assert state.wrap_up.notes == text
    assert state.wrap_up.disposition is None


def test_turns_know_their_seconds_and_channel() -> None:
    call = call_of(started(1), said(2), replied(4, 2))

    assert [turn.started_at for turn in call.turns] == [5, 15]
    assert {turn.channel for turn in call.turns} == {Channel.CALL}


def test_a_stored_log_of_version_1_folds_to_the_same_state_for_ever() -> None:
    state = fold(sample())

    first, second = state.calls
    assert [turn.text for turn in first.turns][-2:] == [
        "Fifty every two weeks, then.",
        "Okay. Yes.",
    ]
    assert first.revealed == ("hours_cut",)
    assert [str(offer.amount) for offer in first.offers] == ["$80.00", "$50.00"]
    assert first.accepted == first.offers[1]
    assert first.remembered == ("identity",)
    assert first.used_lines == ("hello.1", "identity.2")
    assert second.transferred_to == "supervisor"
    assert state.handed_in


def test_the_wrap_up_of_the_stored_log_is_as_it_was_left() -> None:
    kept = fold(sample()).wrap_up

    assert kept.disposition is Disposition.ARRANGEMENT
    assert kept.flags == {"hardship"}
    assert kept.follow_up == date(2026, 3, 21)
    assert kept.arrangement is not None
    assert kept.arrangement.total == Money.of(100)


def test_a_record_shows_moves_and_moods_at_their_turns() -> None:
    state = fold((started(), replied(2, None), said(3), replied(4, 3)))

    record = record_of("c", state, CallContext())

    assert [turn.speaker for turn in record.transcript.turns] == [
        Speaker.CONSUMER,
        Speaker.COLLECTOR,
        Speaker.CONSUMER,
    ]
    assert set(record.moves) == set(record.moods) == {0, 2}
    assert record.transcript.began_at == at(1)


def test_an_attempt_without_a_call_has_a_record_without_turns() -> None:
    record = record_of("c", fold((Noted(seq=1, at=at(1), text="not dialled"),)), CallContext())

    assert record.transcript.turns == ()
    assert record.wrap_up is not None


def begun(seq: int, account: str, channel: Channel) -> CallStarted:
    return started(seq).model_copy(update={"account": account, "channel": channel})


def sent(seq: int, account: str, channel: Channel, text: str = "Hi") -> MessageSent:
    return MessageSent(seq=seq, at=at(seq), channel=channel, text=text, account=account)


def test_a_message_goes_into_the_conversation_in_writing_of_its_account() -> None:
    texts, machine = begun(1, "a", Channel.SMS), begun(2, "b", Channel.VOICEMAIL)

    state = fold((texts, machine, sent(3, "a", Channel.EMAIL), sent(4, "b", Channel.VOICEMAIL)))

    lines = [[line.turn.channel for line in call.lines] for call in state.calls]
    assert lines == [[Channel.EMAIL], [Channel.VOICEMAIL]]
    assert len(state.messages) == 2


def test_a_reply_goes_to_the_message_that_it_answers_and_the_way_it_came() -> None:
    log = (begun(1, "a", Channel.SMS), sent(2, "a", Channel.EMAIL), started(3), replied(4, 2))

    first, last = fold(log).calls

    assert [line.turn.channel for line in first.lines] == [Channel.EMAIL] * 2
    assert last.lines == ()


def test_a_message_of_no_account_is_kept_beside_the_calls() -> None:
    state = fold((started(), replied(2, None), sent(3, "", Channel.EMAIL)))

    assert len(state.messages) == 1
    assert len(state.calls[0].lines) == 1


def test_the_last_decision_on_an_account_counts_and_a_dial_stays() -> None:
    def decided(seq: int, account: str, decision: DialDecision) -> DialDecided:
        return DialDecided(seq=seq, at=at(seq), account=account, decision=decision)

    state = fold(
        (
            decided(1, "a", DialDecision.NOT_NOW),
            decided(2, "a", DialDecision.OTHER_CHANNEL),
            decided(3, "b", DialDecision.DIAL),
            decided(4, "b", DialDecision.NOT_NOW),
        )
    )

    made = {account: one.decision for account, one in state.decided.items()}
    assert made == {"a": DialDecision.OTHER_CHANNEL, "b": DialDecision.DIAL}
