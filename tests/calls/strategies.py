"""Values of the record, as hypothesis may make them up."""

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from calls import events as e
from calls.circumstances import Direction, SpeakerRole
from calls.disposition import Disposition
from calls.money import Arrangement, Every, Instalment, Money, Offer, Schedule
from calls.moves import Act, Ending, Mood, Move, Shift
from calls.turn import Channel, Speaker

TEXTS = st.text(max_size=12)
LEVELS = st.integers(0, 100)
STEPS = st.integers(-100, 100)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
FIRST, LAST = datetime(2000, 1, 1), datetime(2100, 1, 1)  # noqa: DTZ001 - zones are drawn below
MOMENTS = st.datetimes(FIRST, LAST, timezones=st.just(UTC) | ZONES)
NAMES = st.lists(TEXTS, max_size=3).map(tuple)

MONEY = st.builds(Money, cents=st.integers(-(10**9), 10**9), currency=st.just("USD"))
SCHEDULES = st.builds(
    Schedule,
    every=st.sampled_from(Every),
    count=st.none() | st.integers(1, 60),
    start=st.none() | DAYS,
)
OFFERS = st.builds(
    Offer,
    by=st.sampled_from(Speaker),
    amount=MONEY,
    schedule=SCHEDULES,
    method=st.none() | TEXTS,
    settles=st.booleans(),
)
ROWS = st.builds(Instalment, amount=MONEY, due=DAYS)
ARRANGEMENTS = st.builds(
    Arrangement, instalments=st.lists(ROWS, min_size=1, max_size=3).map(tuple), method=st.none()
)
MOODS = st.builds(
    Mood, trust=LEVELS, tension=LEVELS, engagement=LEVELS, shame=LEVELS, patience=LEVELS
)
SHIFTS = st.builds(Shift, because=TEXTS, trust=STEPS, tension=STEPS)
MOVES = st.builds(
    Move,
    speaker=st.sampled_from(Speaker),
    acts=st.lists(st.sampled_from(Act), min_size=1, max_size=3).map(tuple),
    facts=NAMES,
    numbers=st.lists(MONEY, max_size=2).map(tuple),
    heard=NAMES,
    offer_heard=st.none() | OFFERS,
    counter=st.none() | OFFERS,
    accepted=st.none() | OFFERS,
    remember=NAMES,
    shifts=st.lists(SHIFTS, max_size=2).map(tuple),
    understood=st.booleans(),
    ending=st.none() | st.sampled_from(Ending),
)


def _event(kind: type[e.Event], **fields: SearchStrategy[object]) -> SearchStrategy[e.Event]:
    return st.builds(kind, seq=st.integers(1, 10_000), at=MOMENTS, **fields)


_MODEL_USE = st.builds(
    e.ModelUse,
    asked=st.integers(0, 9),
    milliseconds=st.integers(0, 60_000),
    tokens_in=st.none() | st.integers(0, 9_999),
    tokens_out=st.none() | st.integers(0, 9_999),
    fault=st.none() | TEXTS,
)

EVENTS: SearchStrategy[e.Event] = st.one_of(
    _event(e.DialDecided, account=TEXTS, decision=st.sampled_from(e.DialDecision), reason=TEXTS),
    _event(
        e.CallStarted,
        account=TEXTS,
        channel=st.sampled_from(Channel),
        direction=st.sampled_from(Direction),
        speaker=st.sampled_from(Speaker),
        answered_by=st.sampled_from(SpeakerRole),
        who=TEXTS,
        voice=st.sampled_from(e.Voiced),
    ),
    _event(e.Said, text=TEXTS),
    _event(
        e.Replied,
        answers=st.none() | st.integers(1, 10_000),
        text=TEXTS,
        move=MOVES,
        mood_after=MOODS,
        voice=st.sampled_from(e.Voiced),
        model=st.none() | TEXTS,
        use=st.none() | _MODEL_USE,
        made_out=NAMES,
        lines=NAMES,
        versions=st.dictionaries(TEXTS, TEXTS, max_size=2),
    ),
    _event(e.TakenBack, said=st.integers(1, 10_000)),
    _event(e.MessageSent, channel=st.sampled_from(Channel), text=TEXTS),
    _event(e.HintsChosen, level=st.sampled_from(e.Hints)),
    _event(e.LookedUp, item=TEXTS),
    _event(e.Noted, text=TEXTS),
    _event(e.Offered, offer=OFFERS),
    _event(e.ArrangementRecorded, arrangement=st.none() | ARRANGEMENTS),
    _event(e.FlagSet, flag=TEXTS, on=st.booleans()),
    _event(e.DispositionRecorded, disposition=st.none() | st.sampled_from(Disposition)),
    _event(e.FollowUpSet, on=st.none() | DAYS),
    _event(e.Held),
    _event(e.Resumed),
    _event(e.Transferred, to=TEXTS),
    _event(e.Ended, by=st.sampled_from(Speaker), ending=st.sampled_from(Ending)),
    _event(e.WrappedUp),
)

LOGS = st.lists(EVENTS, max_size=12).map(
    lambda log: tuple(event.model_copy(update={"seq": n}) for n, event in enumerate(log, 1))
)
"""Events in any order, numbered: what no program should write, and folding must bear."""
