"""The oracle's calls: drawn once for a seed, of both sides, and read as they were put in."""

from __future__ import annotations

from benchmarks.oracle import measure_oracle, read_offers, told_apart
from benchmarks.oracle_calls import oracle_calls
from calls.turn import Speaker
from language.shipped import shipped_reader
from tests.conftest import Samples


def test_the_same_seed_makes_the_same_calls() -> None:
    assert list(oracle_calls(20)) == list(oracle_calls(20))
    assert list(oracle_calls(20)) != list(oracle_calls(20, "other"))


def test_both_sides_offer_and_both_a_yes_and_a_no_are_in_it() -> None:
    offers = [offer for call in oracle_calls(60) for offer in call.offers]

    assert {offer.by for offer in offers} == {Speaker.COLLECTOR, Speaker.CONSUMER}
    assert {offer.accepted for offer in offers} == {True, False}
    assert any(offer.count for offer in offers)


def test_half_of_it_is_as_speech_is_recognised() -> None:
    texts = [turn.text for call in oracle_calls(20) for turn in call.transcript.turns]
    bare = [
        text for text in texts if text == text.lower() and not set(text) & set("$.,?0123456789")
    ]

    assert 0.4 < len(bare) / len(texts) < 0.6


def test_every_offer_of_the_oracle_is_read_exactly(samples: Samples) -> None:
    reader = shipped_reader()
    calls = list(oracle_calls(samples(small=60, full=1_000), "proof"))

    wrong = [
        f"{call.transcript.id}: wanted {call.offers}, got {read}"
        for call in calls
        if not told_apart(call, read := read_offers(call, reader))["exact"]
    ]

    assert wrong == []


def test_what_is_read_otherwise_is_told_by_its_part() -> None:
    call = next(call for call in oracle_calls(20) if call.offers[0].count)
    read = read_offers(call, shipped_reader())
    uncounted = (read[0].model_copy(update={"count": None}), *read[1:])

    parts = told_apart(call, uncounted)

    assert not parts["counts"]
    assert not parts["exact"]
    assert parts["amounts"]


def test_its_table_has_the_exact_share() -> None:
    table = measure_oracle(shipped_reader(), 4)

    assert "oracle.exact" in {row.key for row in table.rows}
