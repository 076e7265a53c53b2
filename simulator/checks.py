"""What the parts of a scenario must agree on: each fault with its place and the way out."""

from collections.abc import Iterable, Iterator, Mapping

from calls.turn import Speaker
from simulator.bands import NEVER_WITH_CARE
from simulator.brief_checks import brief_faults
from simulator.currency_checks import currency_faults
from simulator.ends import EndState
from simulator.facts import Fact
from simulator.fault import Fault, one_of
from simulator.form_checks import form_faults
from simulator.house import House
from simulator.named_days import brace_faults
from simulator.persona import Persona
from simulator.place_checks import place_faults
from simulator.reach_checks import reach_faults
from simulator.scenario import Situation
from simulator.scripted_call import ScriptedCall


def faults(
    scenario: Situation, stem: str, personas: Mapping[str, Persona], houses: Mapping[str, House]
) -> Iterator[Fault]:
    """Everything in which a scenario disagrees with itself, its personas or its house."""
    house = houses.get(scenario.called_by)
    if house is None:
        yield Fault(("called_by",), f"no house {scenario.called_by!r}", one_of(houses))
        return
    if scenario.id != stem:
        yield Fault(("id",), f"{scenario.id!r} is not the file's name", repr(stem))
    yield from _people(scenario, personas)
    yield from _queue(scenario, personas)
    yield from brief_faults(scenario)
    yield from place_faults(scenario, house)
    yield from _facts(scenario, personas)
    yield from reach_faults(scenario, personas)
    yield from _money(scenario, personas)
    yield from currency_faults(scenario, house)
    for n, state in enumerate(scenario.end_states):
        yield from _end_state(scenario, house, ("end_states", n), state)
    yield from _routes(scenario, house)
    yield from _positions(scenario, personas)
    yield from _validation(scenario)
    yield from _methods(scenario, personas, house)
    yield from form_faults(scenario, personas)
    yield from brace_faults(scenario)
    yield from _care(scenario)
    for name in ("model_call", "poor_call"):
        yield from _script(scenario, name, getattr(scenario, name))


def _people(scenario: Situation, personas: Mapping[str, Persona]) -> Iterator[Fault]:
    known = ", ".join(sorted(personas))
    if scenario.consumer not in personas:
        yield Fault(("consumer",), f"no persona {scenario.consumer!r}", f"one of {known}")
    for n, one in enumerate(scenario.answered_by):
        if one.persona not in personas:
            yield Fault(
                ("answered_by", n, "persona"), f"no persona {one.persona!r}", f"one of {known}"
            )
        if one.speaker is Speaker.COLLECTOR:
            yield Fault(
                ("answered_by", n, "speaker"), "a collector picks up", "consumer or third_party"
            )
    yield from _repeated("answered_by", (one.id for one in scenario.answered_by))


def _queue(scenario: Situation, personas: Mapping[str, Persona]) -> Iterator[Fault]:
    """Whether the further accounts have numbers and people of their own."""
    numbers = [scenario.account.id]
    for n, listed in enumerate(scenario.queue):
        if listed.account.id in numbers:
            wrong = f"{listed.account.id!r} is on the list twice"
            yield Fault(("queue", n, "account", "id"), wrong, "each number once")
        numbers.append(listed.account.id)
        for name in (listed.consumer, *(one.persona for one in listed.answered_by)):
            if name not in personas:
                yield Fault(("queue", n), f"no persona {name!r}", one_of(personas))


def _repeated(field: str, ids: Iterable[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for n, name in enumerate(ids):
        if name in seen:
            yield Fault((field, n, "id"), f"{name!r} stands here twice", "each id once")
        seen.add(name)


def _facts(scenario: Situation, personas: Mapping[str, Persona]) -> Iterator[Fault]:
    yield from _repeated("facts", (fact.id for fact in scenario.facts))
    life = personas[scenario.consumer].life if scenario.consumer in personas else ()
    ids = {fact.id for fact in (*scenario.facts, *life)}
    for n, fact in enumerate(scenario.facts):
        if fact.id in {one.id for one in life}:
            yield Fault(
                ("facts", n, "id"), f"{fact.id!r} is in the persona's life already", "another id"
            )
        yield from _fact(("facts", n), fact, ids)
    for n, one in enumerate(scenario.answered_by):
        own = {fact.id for fact in one.facts}
        yield from _repeated(f"answered_by.{n}.facts", (fact.id for fact in one.facts))
        for m, fact in enumerate(one.facts):
            known = own | ids if one.speaker is Speaker.CONSUMER else own
            yield from _fact(("answered_by", n, "facts", m), fact, known)
        for m, identifier in enumerate(one.identifiers):
            for name in identifier.reveals:
                if name not in ids | own:
                    at = ("answered_by", n, "identifiers", m, "reveals")
                    yield Fault(at, f"no fact {name!r}", one_of(ids | own))


def _fact(at: tuple[str | int, ...], fact: Fact, ids: set[str]) -> Iterator[Fault]:
    for name in fact.after:
        if name not in ids or name == fact.id:
            yield Fault((*at, "after"), f"no other fact {name!r}", one_of(ids - {fact.id}))


def _money(scenario: Situation, personas: Mapping[str, Persona]) -> Iterator[Fault]:
    means = scenario.means
    if means is None or scenario.consumer not in personas:
        return
    promises = means.bargaining(personas[scenario.consumer]).promises_beyond_means
    surplus = means.surplus_cents
    for field in ("opens_with", "reservation"):
        paying = getattr(means, field)
        once = paying.every.value == "once"
        if not promises and not once and paying.monthly_cents > surplus:
            yield Fault(
                ("means", field),
                f"{paying.monthly_cents / 100:.2f} a month is more than income less costs leave",
                f"at most {surplus / 100:.2f}, or promises_beyond_means: true",
            )
        yield from _day(scenario, ("means", field, "starts"), paying.starts)
    for n, one in enumerate(means.income):
        yield from _day(scenario, ("means", "income", n, "starts"), one.starts)
    yield from _repeated("means.fears", (fear.id for fear in means.fears))
    if means.lump_sum:
        yield from _day(scenario, ("means", "lump_sum", "starts"), means.lump_sum.starts)
    if means.opens_with.monthly_cents > means.reservation.monthly_cents:
        yield Fault(
            ("means", "opens_with"), "opens with more than the reservation", "at most the same"
        )


def _end_state(
    scenario: Situation, house: House, at: tuple[str | int, ...], state: EndState
) -> Iterator[Fault]:
    for disposition in state.dispositions:
        if disposition not in house.dispositions:
            yield Fault(
                (*at, "dispositions"),
                f"the wrap-up does not offer {disposition.value!r}",
                one_of(one.value for one in house.dispositions),
            )
    flags = {flag.id for flag in house.flags}
    theirs = (fact for one in scenario.answered_by for fact in one.facts)
    known = {fact.id for fact in (*scenario.facts, *theirs)}
    for n, one in enumerate(state.learned):
        if one.fact not in known:
            yield Fault((*at, "learned", n), f"no fact {one.fact!r}", one_of(known))
    for field in ("flags", "flags_not"):
        for flag in getattr(state, field):
            if flag not in flags:
                yield Fault((*at, field), f"the wrap-up does not offer {flag!r}", one_of(flags))
    if state.arrangement:
        bounds = state.arrangement
        if state.nothing_agreed:
            wrong = "bounds of an arrangement, where nothing may be agreed to be paid"
            yield Fault(
                (*at, "arrangement"), wrong, "one of the two: nothing_agreed or arrangement"
            )
        yield from _day(scenario, (*at, "arrangement", "first_not_before"), bounds.first_not_before)
        yield from _within_means(scenario, house, (*at, "arrangement"), state)


def _within_means(
    scenario: Situation, house: House, at: tuple[str | int, ...], state: EndState
) -> Iterator[Fault]:
    """Whether the most the person can keep up reaches the least that is acceptable."""
    least = state.arrangement.total_at_least if state.arrangement else None
    if least is None:
        return
    if scenario.means is None:
        yield Fault(at, "an arrangement with somebody who has no means", "means:")
        return
    most = scenario.means.reservation
    months = scenario.account.limits.longest_months or house.limits.longest_months
    reach = most.monthly_cents * (1 if most.every.value == "once" else months)
    if reach < least.cents:
        yield Fault(
            (*at, "total_at_least"),
            f"{least} is out of reach: {reach / 100:.2f} is the most in {months} months",
            "a total that the reservation reaches within the authority",
        )


def _routes(scenario: Situation, house: House) -> Iterator[Fault]:
    routes = {route.id for route in house.routes}
    for n, route in enumerate(scenario.account.limits.routes):
        if route not in routes:
            yield Fault(("account", "limits", "routes", n), f"no route {route!r}", one_of(routes))


def _positions(scenario: Situation, personas: Mapping[str, Persona]) -> Iterator[Fault]:
    """Whether what they stand on is said by facts, and read as something."""
    life = personas[scenario.consumer].life if scenario.consumer in personas else ()
    facts = {fact.id: fact for fact in (*scenario.facts, *life)}
    wonders = [one.wonders.id for one in scenario.positions if one.wonders]
    yield from _repeated("positions.wonders", (*wonders, *facts))
    for n, position in enumerate(scenario.positions):
        for field in ("facts", "then", "guards"):
            for name in getattr(position, field):
                if name not in facts:
                    yield Fault(("positions", n, field), f"no fact {name!r}", one_of(facts))
        for name in position.facts:
            if name in facts and facts[name].signal is None:
                wrong = f"nobody could tell what {name!r} is"
                yield Fault(("positions", n, "facts"), wrong, "a signal: on that fact")


def _validation(scenario: Situation) -> Iterator[Fault]:
    period = scenario.account.validation
    if period is not None:
        yield from _day(scenario, ("account", "validation", "ends"), period.ends)


def _methods(scenario: Situation, personas: Mapping[str, Persona], house: House) -> Iterator[Fault]:
    """Whether the ways to pay that are told are ways of the house."""
    life = personas[scenario.consumer].life if scenario.consumer in personas else ()
    places: list[tuple[tuple[str | int, ...], Fact]] = [(("consumer",), fact) for fact in life]
    places += [(("facts", n, "method"), fact) for n, fact in enumerate(scenario.facts)]
    places += [
        (("answered_by", n, "facts", m, "method"), fact)
        for n, one in enumerate(scenario.answered_by)
        for m, fact in enumerate(one.facts)
    ]
    for at, fact in places:
        if fact.method is not None and fact.method not in house.method_labels:
            wrong = f"{fact.id!r} is paid by {fact.method!r}, which the house does not take"
            yield Fault(at, wrong, one_of(house.method_labels))


def _care(scenario: Situation) -> Iterator[Fault]:
    """Whether what is played with care is told before, and bands nobody who never calls."""
    if not scenario.with_care:
        return
    if not scenario.content_note:
        yield Fault(("content_note",), "nobody is told before", "a note of what comes up")
    for name in scenario.bands.keys() & set(NEVER_WITH_CARE):
        yield Fault(("bands", name), "never calls where care is needed", "no band")


def _script(scenario: Situation, name: str, script: ScriptedCall) -> Iterator[Fault]:
    answerers = {one.id for one in scenario.answered_by}
    accounts = {scenario.account.id, *(one.account.id for one in scenario.queue)}
    if script.answered_by not in answerers:
        yield Fault(
            (name, "answered_by"), f"nobody {script.answered_by!r} picks up", one_of(answerers)
        )
    states = {state.id for state in scenario.end_states}
    if script.end_state is not None and script.end_state not in states:
        yield Fault((name, "end_state"), f"no end state {script.end_state!r}", one_of(states))
    for n, made in enumerate(script.decisions):
        if made.account not in accounts:
            at = (name, "decisions", n, "account")
            yield Fault(at, f"no account {made.account!r}", one_of(accounts))
    if name == "model_call" and script.end_state is None:
        yield Fault((name,), "no end_state", one_of(states))


def _day(scenario: Situation, at: tuple[str | int, ...], name: str | None) -> Iterator[Fault]:
    if name is not None and name not in scenario.days:
        yield Fault(at, f"no day {name!r}", one_of(scenario.days) or "a day under days:")
