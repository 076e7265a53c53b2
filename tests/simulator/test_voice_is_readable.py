"""What the voice says, our own engine understands: the amounts and days of a proposal."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from calls.money import Every, Money, Offer, Schedule
from calls.moves import Act
from calls.turn import Speaker, Turn
from language.reader import shipped_reader
from language.reading import Reading
from simulator.forms import Band
from simulator.voice import say
from tests.simulator.speaking import BEGAN, LAID_OFF, call_with, move_of

_PROPOSALS = st.builds(
    Offer,
    by=st.just(Speaker.CONSUMER),
    amount=st.builds(
        Money, cents=st.sampled_from([2500, 4000, 5000, 7550, 8500, 15000, 18640, 114000])
    ),
    schedule=st.builds(
        Schedule,
        every=st.sampled_from(Every),
        start=st.sampled_from([None, date(2026, 11, 30), date(2026, 12, 7), date(2026, 12, 15)]),
    ),
)


def read(text: str) -> Reading:
    """The text as a consumer's turn on the day of the call."""
    turn = Turn(speaker=Speaker.CONSUMER, text=text)
    return shipped_reader().read(turn, 0, None, BEGAN.date())


@given(
    offer=_PROPOSALS,
    act=st.sampled_from([Act.COUNTERS, Act.OFFERS_PAYMENT, Act.CORRECTS_RECAP]),
    band=st.sampled_from(Band),
    seed=st.integers(0, 10_000),
)
def test_a_proposal_is_read_as_exactly_what_the_mind_decided(
    offer: Offer, act: Act, band: Band, seed: int
) -> None:
    said = say(move_of(act, counter=offer), call_with("ana", LAID_OFF, band), LAID_OFF, seed)

    reading = read(said.text)

    assert [found.amount for found in reading.money] == [offer.amount]
    if "rhythm" in said.lines[0]:
        assert [found.every for found in reading.schedules] == [offer.schedule.every]
    if "start" in said.lines[0]:
        days = [s.begins for s in reading.schedules if s.begins] + [d.day for d in reading.dates]
        assert set(days) == {offer.schedule.start}
