"""Resolution: whether the real reason came out, and whether what they told led the right way."""

from collections.abc import Sequence
from typing import NamedTuple

from calls.turn import Speaker, turn_number
from language.names import HARDSHIPS
from language.reading import Reading
from scoring.case import SHOWN, Case
from scoring.demands import COST
from scoring.demands import after as demands_after
from scoring.empathy.cues import CUES
from scoring.empathy.proposals import said_in
from scoring.marks import Mark, no_mark
from simulator.facts import Fact, Reveal, Topic

PRESSES = ("demand_payment", "pressure", "threat")
"""What demands; to ask what somebody could manage is a part of several ways."""


class Route(NamedTuple):
    """One way out: what calls for it, what takes it, and how it is said.

    Where `demands_wait`, no money is demanded before the way is taken; where that is `for_good`,
    none on the rest of the call either.
    """

    what: str
    called_for_by: tuple[str, ...]
    taken_by: tuple[str, ...]
    say: str
    demands_wait: bool = True
    for_good: bool = False


_CARE = ("points_to_help", "transfer", "sets_aside", "safe_channel", "stays_with", "asks_safety")
ROUTES = (
    Route(
        "care",
        ("crisis_self_harm", "unsafe_to_talk", "vulnerable"),
        (*_CARE, "promise_hardship_help", "honour_stop", "next_step", "asks_consent"),
        "Let's put the bill aside. I'd like to bring in our support team.",
    ),
    Route(
        "complaint",
        ("complaint",),
        ("takes_complaint", "transfer", "explain_rights", "apology", "next_step"),
        "I'll take that complaint down now, in your own words.",
    ),
    Route(
        "a lawyer or a court",
        ("attorney", "bankruptcy"),
        ("honour_stop", "honour_dispute", "transfer", "next_step", "explain_rights"),
        "Then I stop here, and we write to your lawyer. What is the name?",
        for_good=True,
    ),
    Route(
        "nothing owed or in dispute",
        ("disputes_debt", "disputes_amount", "identity_theft", "already_paid", "asks_validation"),
        ("honour_dispute", "explain_rights", "offers_check", "next_step", "honour_stop"),
        "Then I'll note that you dispute it, and collection stops until it is looked into.",
        for_good=True,
    ),
    Route(
        "wrong person",
        ("wrong_party",),
        ("honour_stop", "honour_dispute", "next_step", "explain_rights"),
        "I'm sorry. I'll take this number off the account.",
        for_good=True,
    ),
    Route(
        "somebody who has died",
        ("deceased",),
        ("honour_stop", "honour_dispute", "next_step", "explain_rights"),
        "I'm so sorry. Who looks after the estate, so that we write to them and not to you?",
        for_good=True,
    ),
    Route(
        "breathing space",
        ("breathing_space", "debt_advice"),
        ("honour_stop", "sets_aside", "next_step", "explain_rights", "honour_dispute"),
        "Then everything rests while you get advice, from today.",
        for_good=True,
    ),
    Route(
        "hardship",
        tuple(sorted(HARDSHIPS)),
        (
            *_CARE,
            "promise_hardship_help",
            "offer",
            "counter_offer",
            "ask_amount",
            "accept",
            "honour_dispute",
            "honour_stop",
        ),
        "We have a hardship program for exactly this. What could you manage without going short?",
        demands_wait=False,
    ),
)


def resolution_marks(case: Case) -> tuple[Mark, Mark]:
    """The real reason found, and the right route taken."""
    return reason_mark(case), route_mark(case)


def reason_mark(case: Case) -> Mark:
    """Whether why it was not paid came out, where there was something to find out."""
    name, call = "real reason found", case.record.call
    if case.scenario is None or call is None:
        return no_mark(name, "no scenario says what lies behind it")
    if not case.scenario.aim.about_money:
        return no_mark(name, f"this call's aim is {case.scenario.aim}: why was not to be asked")
    person = case.scenario.person(call.who)
    hidden = [one for one in person.facts if _to_be_found(one)]
    if person.speaker is not Speaker.CONSUMER or not hidden:
        return no_mark(name, "no hardship lay hidden behind it")
    found = [one.id for one in hidden if one.id in call.revealed]
    told = [n for n, move in case.record.moves.items() if {*found} & {*move.facts}]
    asked = [r.index for r in case.collector if r.has("open_question")]
    last = case.other_side[-1]
    return Mark(
        name=name,
        value=100.0 if found else 0.0,
        reason="they told why it was not paid" if found else "why it was not paid did not come out",
        evidence=case.evidence(*(told or asked or [last.index])[:SHOWN]),
        advice=""
        if found
        else f'You heard "{said_in(last)}" and not why it was not paid. '
        'Early on, ask: "What has been going on since you last paid?"',
    )


def _to_be_found(fact: Fact) -> bool:
    """A hardship behind it that they do not tell unasked."""
    hidden = fact.reveal not in (Reveal.VOLUNTEERED, Reveal.NEVER)
    return hidden and fact.topic is Topic.REASON and fact.signal in CUES


def route_mark(case: Case) -> Mark:
    """Whether each thing they told that has a way of its own was sent that way."""
    due = _due(case)
    after = [(route, told, _later(case, told)) for route, told in due]
    after = [(route, told, turns) for route, told, turns in after if turns]
    if not after:
        return no_mark("right route taken", "nothing they said has a route of its own")
    values = [_worth(case, route, told, turns) for route, told, turns in after]
    taken = [_taken_at(route, turns) for route, _, turns in after]
    asked = [r.index for route, told, turns in after for r in _demanded(case, route, told, turns)]
    missed = next((one for one, v in zip(after, values, strict=True) if v < 100), None)
    told_at = (told.index for _, told, _ in after)
    shown = sorted({*told_at, *(n for n in taken if n is not None), *asked[:SHOWN]})
    ways = [
        f"{route.what}: {_word(at is not None, value)}"
        for (route, _, _), at, value in zip(after, taken, values, strict=True)
    ]
    return Mark(
        name="right route taken",
        value=round(sum(values) / len(values), 1),
        reason="; ".join(ways),
        evidence=case.evidence(*shown[: 2 * SHOWN]),
        advice=_before_all_else(case, *missed) if missed else "",
    )


def _before_all_else(case: Case, route: Route, told: Reading, turns: Sequence[Reading]) -> str:
    """What had its place after their words, or the demand that had none."""
    heard = f'They said "{said_in(told)}"'
    if _taken_at(route, turns) is None:
        return f'{heard}. Before anything else: "{route.say}"'
    (asked,) = case.evidence(_demanded(case, route, told, turns)[0].index)
    where = f'turn {turn_number(asked.turn)}, "{asked.quote}"' if asked.turn is not None else ""
    return f'{heard}: leave out {where}. Say: "{route.say}"'


def _due(case: Case) -> list[tuple[Route, Reading]]:
    """Each route with the turn that first called for it; a turn calls for one route."""
    due: dict[int, tuple[Route, Reading]] = {}
    for route in ROUTES:
        told = next((r for r in case.people if r.has(*route.called_for_by)), None)
        if told is not None:
            due.setdefault(told.index, (route, told))
    return list(due.values())


def _later(case: Case, told: Reading) -> list[Reading]:
    return [r for r in case.collector if r.index > told.index]


def _taken_at(route: Route, turns: Sequence[Reading]) -> int | None:
    return next((r.index for r in turns if r.has(*route.taken_by)), None)


def _worth(case: Case, route: Route, told: Reading, turns: Sequence[Reading]) -> float:
    if _taken_at(route, turns) is None:
        return 0.0
    return max(0.0, 100.0 - COST * len(_demanded(case, route, told, turns)))


def _demanded(
    case: Case, route: Route, told: Reading, turns: Sequence[Reading]
) -> tuple[Reading, ...]:
    """Our demands before the way was taken; where money waits for good, those after it too."""
    if not route.demands_wait:
        return ()
    found = (r for r in demands_after(case, told).demanded if r.has(*PRESSES))
    if route.for_good:
        return tuple(found)
    at = _taken_at(route, turns)
    return tuple(r for r in found if at is not None and r.index <= at)


def _word(taken: bool, value: float) -> str:
    if not taken:
        return "not taken"
    return "taken" if value == 100 else "taken, and money demanded all the same"
