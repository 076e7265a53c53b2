"""What the voice says, our own engine understands: who, yes, no, how much and when."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calls.money import Every, Money, Offer, Schedule
from calls.moves import Act, Move
from calls.turn import Speaker, Turn
from language.reading import Reading
from language.shipped import shipped_reader
from simulator.facts import IdentifierKind
from simulator.forms import Band, Form, shipped_forms
from simulator.voice import say
from tests.shipped import SCENARIOS
from tests.simulator.speaking import BEGAN, EIGHTY_FIVE, LAID_OFF, call_with, move_of

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


_HEARD = EIGHTY_FIVE.model_copy(update={"by": Speaker.COLLECTOR})
_WHO = "Hello, may I speak with Ana Reyes, please?"
_BIRTH_DATE = "Could you confirm your date of birth?"
_OFFER = "Could you do $85 every two weeks from the seventh?"
_EARLY = "Could you do $85 every two weeks from the thirtieth?"
_DEARER = "Could you do $200 every two weeks from the thirtieth?"
_RECAP = "So that's $85 every two weeks from the seventh. Did I get that right?"

_WANTED: dict[Act, tuple[str, dict[str, object], tuple[str, ...]]] = {
    Act.CONFIRMS_IDENTITY: (_WHO, {}, ("confirms_identity",)),
    Act.DENIES_IDENTITY: (_WHO, {}, ("denies_identity", "wrong_party")),
    Act.GIVES_IDENTIFIER: (_BIRTH_DATE, {"facts": ("birth_date",)}, ("gives_identifier",)),
    Act.REFUSES_IDENTIFIER: (_BIRTH_DATE, {}, ("refuses_identifier",)),
    Act.ACCEPTS: (_OFFER, {"accepted": _HEARD, "offer_heard": _HEARD}, ("accepts",)),
    Act.CONFIRMS_RECAP: (_RECAP, {"accepted": _HEARD}, ("accepts", "affirms")),
    Act.STATES_HARDSHIP: ("What happened?", {"facts": ("laid_off",)}, ("hardship_job",)),
    Act.ASKS_VALIDATION: ("", {}, ("asks_validation",)),
    Act.STATES_CEASE: ("", {}, ("cease_all", "stop_channel")),
    Act.SAYS_GOODBYE: ("", {}, ("goodbye",)),
}
"""What was said before, what the move holds, and the signals of which one must be heard."""

_HARDER = {f"hardship_{why}" for why in ("bereavement", "divorce", "health")}
_DUTIES = _HARDER | {
    *("already_paid", "asks_validation", "at_work", "attorney", "bad_time", "bankruptcy"),
    *("cease_all", "crisis_self_harm", "deceased", "disability_need", "disputes_amount"),
    *("disputes_debt", "driving", "identity_theft", "language_need", "recording"),
    *("stop_channel", "suspects_scam", "vulnerable", "wrong_party"),
}
"""Signals after which a collector must do something, or must stop."""

_MEANT = {
    Act.STATES_CEASE: {"cease_all", "stop_channel"},
    Act.DENIES_IDENTITY: {"wrong_party"},
    Act.ASKS_VALIDATION: {"asks_validation", "suspects_scam"},
    Act.DISPUTES: {"disputes_debt", "disputes_amount"},
    Act.SAYS_BUSY: {"bad_time"},
    Act.REFUSES_IDENTIFIER: {"suspects_scam"},
}


def read(text: str, before: str = "", speaker: Speaker = Speaker.CONSUMER) -> Reading:
    """The text as a turn on the day of the call, after what the collector said before."""
    reader, today = shipped_reader(), BEGAN.date()
    asked = reader.read(Turn(speaker=Speaker.COLLECTOR, text=before), 0, None, today)
    return reader.read(Turn(speaker=speaker, text=text), 1, asked if before else None, today)


def said(act: Act, **more: object) -> set[str]:
    """Everything the voice has for an act, in every mood."""
    calls = [call_with("ana", LAID_OFF, band) for band in Band]
    move = Move.model_validate({"speaker": Speaker.CONSUMER, "acts": (act,), **more})
    return {say(move, call, LAID_OFF, seed).text for call in calls for seed in range(60)}


@pytest.mark.parametrize("act", _WANTED)
def test_what_an_act_says_is_read_as_that_act(act: Act) -> None:
    before, more, signals = _WANTED[act]

    missed = [text for text in said(act, **more) if not read(text, before).has(*signals)]

    assert missed == []


def test_no_acceptance_is_read_as_a_refusal() -> None:
    texts = said(Act.ACCEPTS, accepted=_HEARD, offer_heard=_HEARD)

    assert [text for text in texts if read(text, _OFFER).has("refuses", "denies")] == []


def test_no_counter_is_read_as_a_yes() -> None:
    """Who hears "fine" takes it for one, whatever comes after it."""
    mine = EIGHTY_FIVE
    early = mine.schedule.model_copy(update={"start": date(2026, 11, 30)})
    heard = mine.model_copy(update={"by": Speaker.COLLECTOR, "schedule": early})
    dearer = heard.model_copy(update={"amount": Money.of(200)})
    moved = said(Act.COUNTERS, counter=mine, offer_heard=heard)
    lowered = said(Act.COUNTERS, counter=mine, offer_heard=dearer)

    readings = [read(text, _EARLY) for text in moved] + [read(text, _DEARER) for text in lowered]
    yes = [one for one in readings if one.has("accepts", "affirms") and not one.has("counters")]
    assert [one.turn.text for one in yes] == []


def test_no_refusal_is_read_as_an_acceptance() -> None:
    texts = said(Act.REFUSES, offer_heard=_HEARD)

    assert [text for text in texts if read(text, _OFFER).has("accepts", "affirms")] == []


def test_every_refusal_is_read_as_a_no_of_some_kind() -> None:
    no = ("refuses", "denies", "hardship_other")
    texts = said(Act.REFUSES, offer_heard=_HEARD)
    readings = {text: read(text, _OFFER) for text in texts}

    missed = [
        text
        for text, reading in readings.items()
        if not reading.has(*no) and not any(s.negated for s in reading.all("accepts"))
    ]

    assert missed == []


def lines() -> Iterator[tuple[Speaker, Form, str]]:
    """Every surface form with something in its slots."""
    slots = dict.fromkeys(("fact", "identifier"), "")
    slots |= {"amount": "$50", "rhythm": "every two weeks", "start": "the seventh"}
    slots |= {"consumer": "Joel", "he": "he", "him": "him", "hes": "he's"}
    slots |= {"first_name": "Ana", "relation": "room-mate"}
    slots |= SCENARIOS["little_english"].personas["rosa_villanueva"].own_words
    for speaker, acts in shipped_forms().items():
        for form in (form for forms in acts.values() for form in forms):
            yield speaker, form, form.text.format(**slots)


def test_no_line_sets_off_a_duty_that_its_act_does_not_mean() -> None:
    heard = {
        f"{form.act}: {text}": {
            signal.name for signal in read(text, speaker=speaker).signals if signal.asserted
        }
        & (_DUTIES - _MEANT.get(form.act, set()))
        for speaker, form, text in lines()
    }

    assert {line: duties for line, duties in heard.items() if duties} == {}


_SAYS_AS_WELL = {
    "at_work": {"bad_time"},
    "deceased": {"hardship_bereavement"},
    "disputes_amount": {"disputes_debt"},
    "unsafe_to_talk": {"vulnerable"},
    "breathing_space": {"bankruptcy"},
}
"""What is said with a signal by the nature of the thing."""


def test_no_fact_of_a_scenario_sets_off_a_duty_by_accident() -> None:
    for scenario in SCENARIOS.values():
        for answerer in scenario.answered_by:
            person = scenario.person(answerer.id)
            for fact in person.facts:
                for text in fact.says:
                    found = {s.name for s in read(text, speaker=person.speaker).signals}

                    meant = {fact.signal} | _SAYS_AS_WELL.get(fact.signal or "", set())
                    assert not found & (_DUTIES - meant), text


def stated() -> Iterator[tuple[str, str]]:
    """Every line by which somebody states what they stand on, with the signal that it is."""
    for scenario in SCENARIOS.values():
        names = {name for position in scenario.positions for name in position.facts}
        for fact in (one for one in scenario.facts if one.id in names):
            yield from ((fact.signal or "", text) for text in fact.says)


def test_what_somebody_stands_on_is_read_as_what_it_is() -> None:
    missed = [text for signal, text in stated() if not read(text).has(signal)]

    assert list(stated())
    assert missed == []


_ASKED_FOR = {
    IdentifierKind.BIRTH_DATE: _BIRTH_DATE,
    IdentifierKind.ADDRESS: "What is your address?",
    IdentifierKind.ACCOUNT_NUMBER: "What is your account number?",
    IdentifierKind.SSN: "What are the last four of your social?",
}


def identifiers() -> Iterator[tuple[IdentifierKind, str]]:
    """Every line by which somebody of a shipped scenario says something to know them by."""
    for scenario in SCENARIOS.values():
        for answerer in scenario.answered_by:
            for identifier in answerer.identifiers:
                if not identifier.refuses:
                    yield from ((identifier.kind, text) for text in identifier.says)


def test_every_identifier_of_a_scenario_is_read_as_given_when_asked_for() -> None:
    readings = {text: read(text, _ASKED_FOR[kind]) for kind, text in identifiers()}

    missed = [
        text
        for text, reading in readings.items()
        if not any(s.asserted and not s.hypothetical for s in reading.all("gives_identifier"))
    ]

    assert readings
    assert missed == []


@given(
    offer=_PROPOSALS,
    act=st.sampled_from([Act.COUNTERS, Act.OFFERS_PAYMENT, Act.CORRECTS_RECAP]),
    band=st.sampled_from(Band),
    seed=st.integers(0, 10_000),
)
def test_a_proposal_is_read_as_exactly_what_the_mind_decided(
    offer: Offer, act: Act, band: Band, seed: int
) -> None:
    told = say(move_of(act, counter=offer), call_with("ana", LAID_OFF, band), LAID_OFF, seed)

    reading = read(told.text)

    assert [found.amount for found in reading.money] == [offer.amount]
    if "rhythm" in told.lines[0]:
        assert [found.every for found in reading.schedules] == [offer.schedule.every]
    if "start" in told.lines[0]:
        days = [s.begins for s in reading.schedules if s.begins] + [d.day for d in reading.dates]
        assert set(days) == {offer.schedule.start}
