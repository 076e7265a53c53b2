"""The mind on the other end of the line: a turn was read; what do they decide?

Pure and deterministic: the same scenario, seed and log give the same decision. All it keeps
is in the log (`calls.fold`); the order in which decisions are tried is the two lists below.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from calls.circumstances import SpeakerRole
from calls.money import Offer
from calls.moves import Act, Mood, Move, Shift
from calls.state import CallState
from calls.turn import Channel, Speaker
from language.listening import Expecting
from language.reading import Reading
from simulator import (
    agreement,
    asked_to_pay,
    assent,
    attention,
    bargaining,
    conversation,
    identity,
    overpromising,
    respect,
    third_party,
)
from simulator.affordable import Verdict, judge
from simulator.constants import Constants, shipped_constants
from simulator.feelings import feel, words_for
from simulator.felt import Felt
from simulator.hearing import Heard, hear, meant
from simulator.memory import Kept, Memory
from simulator.moment import Draft, Moment
from simulator.offers import Proposal, Table, paid_by, proposal_in
from simulator.scenario import Person, Scenario

VERSION = "mind-5"

_Decide = Callable[[Moment], Draft | None]

CONSUMER_DECIDES: tuple[_Decide, ...] = (
    attention.puzzled_by_machine_talk,
    attention.leave,
    respect.have_to_go,
    respect.have_had_enough,
    attention.snap,
    conversation.wonder_how_they_know,
    respect.stand_by,
    respect.believe_it_is_theirs,
    respect.insist,
    respect.be_relieved,
    respect.bring_up,
    identity.settle_identity,
    agreement.answer_recap,
    asked_to_pay.name_amount,
    asked_to_pay.name_day,
    asked_to_pay.go_higher,
    overpromising.say_yes_to_anything,
    bargaining.answer_offer,
    asked_to_pay.answer_demand,
    overpromising.offer_first,
    conversation.hear_of_debt,
    conversation.answer_question,
    respect.speak_up,
    respect.bring_up_next,
    respect.go_on,
    attention.part,
    attention.flinch,
    conversation.respond_to_kindness,
    conversation.take_note,
)

OTHER_DECIDES: tuple[_Decide, ...] = (
    attention.puzzled_by_machine_talk,
    attention.leave,
    third_party.hear_of_debt,
    attention.part,
    third_party.say_who_is_out,
    third_party.snap_at_pressure,
    third_party.tell_of_other,
    third_party.stop_guessing,
    third_party.take_message,
    third_party.be_curious,
    third_party.get_along,
)

COMPLETED_BY: tuple[Callable[[Moment, Draft], Draft], ...] = (
    agreement.with_way,
    agreement.with_method,
    agreement.with_choice,
    attention.with_goodbye,
)


@dataclass(frozen=True)
class Opening:
    """Somebody picked up: who it is, their first hello and the mood they are in."""

    who: str
    speaker: Speaker
    answered_by: SpeakerRole
    channel: Channel
    move: Move
    mood: Mood


@dataclass(frozen=True)
class Decision:
    """What they decided, and the mood they are in after it."""

    move: Move
    mood: Mood


def open_call(scenario: Scenario, seed: int) -> Opening:
    """Who picks up is drawn by the seed, by the weights of the scenario."""
    weights = [one.weight for one in scenario.answered_by]
    drawn = Random(f"{seed}:0:answered_by").choices(scenario.answered_by, weights)[0]
    person = scenario.person(drawn.id)
    told = drawn.tells_at_once
    machine = drawn.channel is Channel.VOICEMAIL
    channel = drawn.channel if machine else scenario.channel
    # Who writes to us is who we wrote to: nobody else answers for them.
    known = (Kept.RIGHT_PARTY, Kept.VERIFIED) if _writes(person, channel) else ()
    hello = Move(speaker=person.speaker, acts=(Act.GREETS,), facts=told, remember=known)
    mood = person.temperament.mood
    return Opening(person.id, person.speaker, person.role, channel, hello, mood)


def _writes(person: Person, channel: Channel) -> bool:
    return person.speaker is Speaker.CONSUMER and channel not in (Channel.CALL, Channel.VOICEMAIL)


def react(
    call: CallState,
    scenario: Scenario,
    reading: Reading,
    seed: int,
    constants: Constants | None = None,
) -> Decision:
    """What the person on the line does with the collector's turn."""
    moment, shifts = _feel(call, scenario, reading, seed, constants or shipped_constants())
    draft = _decide(moment)
    move = Move(
        speaker=moment.person.speaker,
        acts=draft.acts,
        facts=draft.facts,
        numbers=draft.numbers,
        heard=_noticed(moment.heard),
        offer_heard=_on_the_table(moment, draft),
        counter=draft.counter,
        accepted=draft.accepted,
        remember=_remembered(moment, draft),
        shifts=shifts,
        understood=draft.understood,
        ending=draft.ending,
    )
    return Decision(move, moment.mood)


def _feel(
    call: CallState, scenario: Scenario, reading: Reading, seed: int, constants: Constants
) -> tuple[Moment, tuple[Shift, ...]]:
    """Hear the turn and let it move the mood."""
    person, memory = scenario.person(call.who), Memory(call)
    heard = hear(reading, _expecting(scenario, memory))
    today = call.began_at.date()
    proposal = None
    verdict = None
    if person.speaker is Speaker.CONSUMER and scenario.means is not None:
        proposal = proposal_in(reading, _table(scenario, memory, today))
        proposal = paid_by(proposal, _way_to_pay(call, scenario, reading, memory))
        verdict = _verdict(proposal, scenario, today)
    felt = Felt(heard, memory, person, call, proposal, verdict, constants)
    mood, causes, shifts = feel(call.mood or person.temperament.mood, felt)
    moment = Moment(
        call, scenario, person, heard, memory, mood, causes, proposal, today, seed, constants
    )
    return moment, shifts


def _table(scenario: Scenario, memory: Memory, today: date) -> Table:
    pay_day = scenario.means.pay_day if scenario.means else None
    day = scenario.day(pay_day, today) if pay_day else None
    return Table(memory.standing, scenario.account.past_due, today, day)


def _expecting(scenario: Scenario, memory: Memory) -> Expecting:
    known = memory.has(Kept.RIGHT_PARTY)
    return Expecting(
        name="" if known else scenario.consumer_name,
        firm=scenario.house.name,
        introduction=memory.just(Act.ASKS_WHO),
        reason=memory.just(Act.ASKS_WHY_NEEDED),
    )


def _way_to_pay(
    call: CallState, scenario: Scenario, reading: Reading, memory: Memory
) -> str | None:
    """As the turn names it, else as they said themselves, else as it stands on the table."""
    named = scenario.house.method_named(reading.method)
    told = scenario.person(call.who).method_told(call.revealed)
    return named or told or (memory.standing.method if memory.standing else None)


def _verdict(proposal: Proposal | None, scenario: Scenario, today: date) -> Verdict | None:
    if proposal is None or proposal.vague or scenario.means is None:
        return None
    owed = scenario.account.past_due
    return judge(proposal.offer, scenario.means, scenario.days, today, owed).verdict


def _decide(moment: Moment) -> Draft:
    owes = moment.person.answerer.persona == moment.scenario.consumer
    order = CONSUMER_DECIDES if owes else OTHER_DECIDES
    drafts = (decide(moment) for decide in (*order, attention.be_at_a_loss))
    draft = next(draft for draft in drafts if draft is not None)
    for complete in COMPLETED_BY:
        draft = complete(moment, draft)
    return draft


def _on_the_table(moment: Moment, draft: Draft) -> Offer | None:
    """The offer that was heard; a demand for more than there is puts nothing on the table."""
    proposal = moment.proposal
    if proposal is not None and Kept.BEYOND_MEANS in draft.remember:
        return proposal.offer
    if proposal is None or (proposal.whole and not agreement.judged(moment, proposal.offer).fits):
        return None
    return proposal.offer


def _remembered(moment: Moment, draft: Draft) -> tuple[str, ...]:
    learned = (*identity.learned(moment), *respect.noticed(moment), *assent.noticed(moment))
    return (*draft.remember, *learned, *words_for(moment.causes))


def _noticed(heard: Heard) -> tuple[str, ...]:
    """The signals that were noticed, in the order they were said, each once."""
    signals = meant(heard.reading)
    names = (n for s in signals for n in ((s.name, f"{s.name}.{s.kind}") if s.kind else (s.name,)))
    return tuple(dict.fromkeys(names))
