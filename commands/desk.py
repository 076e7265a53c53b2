"""The desk in the terminal: lines that begin with '/' are done, not said."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from calls.desk import DeskPart
from calls.errors import RecordError
from calls.events import DialReason
from calls.money import Every
from commands import deeds, plans
from commands.deeds import At
from commands.layout import HAND, facts
from commands.looking import part_lines
from scoring.dialling import shown
from simulator.scenario import Scenario
from training.arrangements import oddities
from training.models import Attempt

Choice = Mapping[str, str]
"""The words that may follow, each with what it means."""
HAND_IN = "/hand-in"
HANDS_IN = "hands in and shows how it went; so does Ctrl-D"
HELP = "/help"
_ROWS_TOLD = 4


def _nothing(_: At, __: str) -> Iterable[str]:
    return ()


def _no_choice(_: Scenario) -> Choice:
    return {}


@dataclass(frozen=True)
class Deed:
    """What can be done beside talking: how, what follows its word, and what it is good for.

    `told` is what is said of it once it is done, `offers` what may follow its word.
    """

    do: Callable[[At, str], Attempt]
    after: str
    means: str
    told: Callable[[At, str], Iterable[str]] = _nothing
    offers: Callable[[Scenario], Choice] = _no_choice
    dials: bool = False


def _note_told(at: At, _: str) -> Iterable[str]:
    kept = at.attempt.state.wrap_up.notes
    lines = len(kept.splitlines())
    yield f"The note has {lines} {'line' if lines == 1 else 'lines'}." if kept else "No note."


def _part_told(at: At, words: str) -> Iterable[str]:
    part, _, account = words.partition(" ")
    return part_lines(DeskPart(part), at, account)


def _flags_told(at: At, _: str) -> Iterable[str]:
    on = sorted(at.attempt.state.wrap_up.flags)
    house = at.scenario.house
    yield f"Flags: {', '.join(house.flag_label(one) for one in on) or 'none'}."


def _disposition_told(at: At, _: str) -> Iterable[str]:
    kept = at.attempt.state.wrap_up.disposition
    if kept is not None:
        yield f"Recorded: {kept.label}, {kept.means}."


def _arrangement_told(at: At, _: str) -> Iterable[str]:
    """The rows that are kept, their sum, and what is hardly meant, as on the page."""
    made = at.attempt.state.wrap_up.arrangement
    if made is None:
        yield "No payment is recorded."
        return
    rows = [f"{row.amount} on {HAND.day(row.due)}" for row in made.instalments]
    if len(rows) > _ROWS_TOLD:
        rows = [*rows[: _ROWS_TOLD - 1], f"and so on to {rows[-1]}"]
    by = f", by {made.method}" if made.method else ""
    count = len(made.instalments)
    told = "1 payment" if count == 1 else f"{count} payments"
    yield f"Recorded: {', '.join(rows)}; {told}, {made.total} in all{by}."
    yield from oddities(made, at.at_hand.account.balance, at.attempt.started_at.date())


def _follow_up_told(at: At, _: str) -> Iterable[str]:
    day = at.attempt.state.wrap_up.follow_up
    yield f"The next step is due on {HAND.weekday(day)}." if day else "No next step is recorded."


def _decided_told(at: At, words: str) -> Iterable[str]:
    made = at.attempt.state.decided.get(words.partition(" ")[0])
    if made is not None:
        yield f"Recorded: {shown((made,))[0].quote}."


def _says(line: str) -> Callable[[At, str], Iterable[str]]:
    return lambda _, __: (line,)


def _desk_parts(_: Scenario) -> Choice:
    return {
        DeskPart.ACCOUNT: "what is owed, to whom, by whom; what you may agree; documents",
        DeskPart.CONTACTS: "what was tried, at the consumer's own time",
        DeskPart.PLAN: "what they told you of their month",
        DeskPart.HOUSE: "words to say, ways to help, helplines",
        DeskPart.NOTES: "your note as it stands",
    }


def _rhythms(_: Scenario) -> Choice:
    return {one.value: one.told for one in Every}


def _reasons(_: Scenario) -> Choice:
    return {one: one.means for one in DialReason if one is not DialReason.ALLOWED}


def _dispositions(scenario: Scenario) -> Choice:
    return {one: one.means for one in scenario.house.dispositions}


def _methods(scenario: Scenario) -> Choice:
    return dict.fromkeys(scenario.house.method_labels, "")


def _teams(scenario: Scenario) -> Choice:
    return dict.fromkeys(scenario.house.teams, "")


def _flags(scenario: Scenario) -> Choice:
    return {one.id: one.label for one in scenario.house.flags}


DEEDS: Mapping[str, Deed] = {
    "/look": Deed(
        deeds.look,
        "PART [ACCOUNT]",
        f"opens a part of the desk: {', '.join(DeskPart)}",
        _part_told,
        _desk_parts,
    ),
    "/dial": Deed(deeds.dial, "ACCOUNT", "an account is called now", dials=True),
    "/not-now": Deed(
        deeds.not_now,
        "ACCOUNT REASON [WHEN]",
        "not called before WHEN (YYYY-MM-DD HH:MM, their time)",
        _decided_told,
        _reasons,
        dials=True,
    ),
    "/other-way": Deed(
        deeds.other_way,
        "ACCOUNT REASON",
        "not called, but reached otherwise",
        _decided_told,
        _reasons,
        dials=True,
    ),
    "/back": Deed(deeds.take_back, "", "takes your last line back", _says("Never said.")),
    "/hold": Deed(deeds.hold, "", "puts the call on hold", _says("The call is on hold.")),
    "/resume": Deed(deeds.resume, "", "takes it off hold", _says("You are back on the line.")),
    "/transfer": Deed(deeds.transfer, "TEAM", "hands the call over", offers=_teams),
    "/sms": Deed(deeds.text, "WORDS", "sends a text"),
    "/email": Deed(deeds.email, "[ADDRESS] WORDS", "sends an e-mail"),
    "/end": Deed(deeds.end, "", "ends the call"),
    "/note": Deed(deeds.note, "WORDS", "adds a line to the note; - clears it", _note_told),
    "/disposition": Deed(
        deeds.disposition,
        "CODE",
        "records how the call ended",
        _disposition_told,
        _dispositions,
    ),
    "/pay": Deed(
        deeds.pay,
        "AMOUNT YYYY-MM-DD",
        "adds a payment that was agreed, or with COUNT EVERY several; - clears them all",
        _arrangement_told,
        _rhythms,
    ),
    "/plan": Deed(
        plans.work_out,
        "AMOUNT EVERY YYYY-MM-DD",
        "works a plan out: may you agree it, does it fit",
        plans.plan_lines,
        _rhythms,
    ),
    "/take-plan": Deed(
        plans.take,
        "AMOUNT EVERY YYYY-MM-DD",
        "puts the rows of a plan into the wrap-up",
        _arrangement_told,
        _rhythms,
    ),
    "/method": Deed(
        deeds.method,
        "WAY TO PAY",
        "records how it is paid",
        _arrangement_told,
        _methods,
    ),
    "/follow-up": Deed(
        deeds.follow_up,
        "YYYY-MM-DD",
        "records the day of the next step; - clears it",
        _follow_up_told,
    ),
    "/flag": Deed(
        deeds.flag,
        "NAME",
        "marks the account; -NAME takes it off",
        _flags_told,
        _flags,
    ),
}
"""Everything that can be done, in the order in which it is mostly needed."""


@dataclass(frozen=True)
class Done:
    """The attempt as it stands after a deed, and what is said of it."""

    attempt: Attempt
    told: tuple[str, ...] = ()


def do(at: At, line: str) -> Done:
    """Do what a line beginning with '/' says; raises `TeachingError` for one that says nothing."""
    name, _, words = line.partition(" ")
    if name == HELP:
        return Done(at.attempt, tuple(_help(at.scenario, words.strip())))
    offered = _offered(at.scenario)
    if name not in offered:
        raise RecordError("desk", f"nothing is called {name!r}", _names(offered))
    deed, words = offered[name], words.strip()
    if deed.after and not words:
        allowed = ", ".join(deed.offers(at.scenario))
        choice = f": {allowed}" if allowed else ""
        raise RecordError(name, "something is missing", f"{name} {deed.after}{choice}")
    after = replace(at, attempt=deed.do(at, words))
    return Done(after.attempt, tuple(deed.told(after, words)))


def _help(scenario: Scenario, words: str) -> Iterator[str]:
    """Every command in a line; of one that is named, the words that may follow it."""
    offered = _offered(scenario)
    if not words:
        listed = {_how(name, deed): deed.means for name, deed in offered.items()}
        listed[HAND_IN] = HANDS_IN
        listed[f"{HELP} /flag"] = "what may follow a command, here /flag"
        yield "What you type is said, or sent where you write. A line that begins with / is done:"
        yield from facts(listed.items())
        return
    name = f"/{words.removeprefix('/')}"
    if name == HAND_IN:
        yield from facts(((HAND_IN, HANDS_IN),))
        return
    if name not in offered:
        raise RecordError(HELP, f"nothing is called {name!r}", _names(offered))
    deed = offered[name]
    yield from facts(((_how(name, deed), deed.means),))
    yield from facts(deed.offers(scenario).items(), indent="    ")


def _how(name: str, deed: Deed) -> str:
    return f"{name} {deed.after}".strip()


def _names(offered: Iterable[str]) -> str:
    return f"one of {', '.join((*offered, HAND_IN))}; {HELP} says what they do"


def _offered(scenario: Scenario) -> dict[str, Deed]:
    """What can be done here: whom to dial is decided where there is a list."""
    return {
        name: deed for name, deed in DEEDS.items() if scenario.dial is not None or not deed.dials
    }
