"""One turn's worth of hints while practising, from the same functions that mark the call later.

A hint is about the last exchange and about nothing before it. A gentle one asks a question; a full
one says what was heard and a better line. Before a word was said there is none.
"""

from collections.abc import Callable
from typing import NamedTuple

from calls.events import Hints
from compliance_rules.finding import Standing
from language.reading import Reading
from scoring.asked import ANSWERS, Asked, put_to_us
from scoring.case import Case, quoted
from scoring.conduct import PARTS, TROUBLE
from scoring.empathy.proposals import proposal
from scoring.of_this_call import offer_told
from scoring.questions import asked_in


class Hint(NamedTuple):
    """What is said to the trainee, about which turn; `better` is a line to say, where full."""

    turn: int
    text: str
    better: str = ""


class _Heard(NamedTuple):
    """What was noticed: a question for whoever would find it out, and the answer to it."""

    turn: int
    question: str
    what: str
    better: str


class _Exchange(NamedTuple):
    """Our last words, and what they answered, if they have."""

    ours: Reading
    theirs: Reading | None


def hint(case: Case, level: Hints) -> Hint | None:
    """At most one hint on the call so far: what weighs most in the last exchange."""
    if level is Hints.OFF or not case.collector:
        return None
    ours = case.collector[-1]
    later = [r for r in case.other_side if r.index > ours.index and r.words]
    exchange = _Exchange(ours, later[-1] if later else None)
    noticed = next(filter(None, (look(case, exchange) for look in _LOOKS)), None)
    if noticed is None:
        return None
    if level is Hints.GENTLE:
        return Hint(noticed.turn, noticed.question)
    return Hint(noticed.turn, noticed.what, noticed.better)


def _rule(case: Case, now: _Exchange) -> _Heard | None:
    """A rule that the last words do not meet; what is still to come is nobody's fault yet."""
    found = (f for f in case.check.findings if f.standing is Standing.NOT_MET)
    first = next((f for f in found if f.turn == now.ours.index), None)
    if first is None:
        return None
    question = "Which rule might your last words not meet?"
    return _Heard(now.ours.index, question, first.message, first.better)


def _manner(_case: Case, now: _Exchange) -> _Heard | None:
    for part in PARTS:
        wrong = next((s for s in now.ours.signals if s.name in part.signals and s.asserted), None)
        if wrong is not None:
            what = f'"{quoted(wrong.text)}" is one of the {part.wrong}.'
            question = "How might your last words have sounded to them?"
            return _Heard(now.ours.index, question, what, part.instead(wrong))
    return None


def _question(case: Case, now: _Exchange) -> _Heard | None:
    """What they have just asked; or what was passed over."""
    if now.theirs is not None:
        names = [name for name in ANSWERS if now.theirs.has(name) and name != "fear"]
        cue, name = now.theirs, next(iter(names), "")
    else:
        open_still: list[Asked] = [one for one in put_to_us(case) if one.answered_at is None]
        cue, name = (open_still[-1].cue, open_still[-1].name) if open_still else (now.ours, "")
    if not name:
        return None
    what = f'They asked "{quoted(cue.turn.text)}": answer that first.'
    return _Heard(cue.index, "What do they want to know from you?", what, _answer(case, name))


def _answer(case: Case, name: str) -> str:
    """How an answer can begin: with what this call's brief holds, where it may be told."""
    scenario = case.scenario
    if scenario is None:
        return _FIRST[name]
    if name == "asks_who_is_calling":
        return f"My name is …, and I'm calling from {scenario.house.name}."
    known = any(r.has("gives_identifier") for r in case.other_side)
    if name == "asks_balance" and known and case.with_consumer:
        return f"It is {scenario.account.balance}. What do you make of that?"
    return _FIRST[name]


_FIRST = {
    "asks_who_is_calling": "My name is …, and I'm calling from …",
    "asks_what_about": "It's a personal matter; may I check first that I have the right person?",
    "asks_why": "I ask so that I don't tell your business to anybody else.",
    "asks_balance": "I can tell you the amount as soon as I know it's you.",
    "asks_options": "There are two ways; let me tell you both, and you choose.",
    "asks_validation": "You can have that in writing, and you can dispute it.",
    "fear": "Let me tell you what happens next, step by step.",
}
"""How an answer to each question can begin."""


def _trouble(_case: Case, now: _Exchange) -> _Heard | None:
    if now.theirs is None:
        return None
    cues = (s for name in TROUBLE for s in now.theirs.all(name) if s.asserted)
    told = next(cues, None)
    if told is None:
        return None
    what = f'They said "{quoted(now.theirs.turn.text)}": say what you heard before you go on.'
    question = "What did you hear in their last words?"
    return _Heard(now.theirs.index, question, what, proposal(now.theirs, told))


def _agreed(case: Case, now: _Exchange) -> _Heard | None:
    if now.theirs is None or now.theirs.index not in case.agreed_at:
        return None
    what = "They agreed. Read back the amount, the day and the way to pay, and let them confirm it."
    call = case.record.call
    told = offer_told(call.accepted) if call and call.accepted else "…, on …, by …"
    better = f"So that is {told}. Did I get that right?"
    return _Heard(now.theirs.index, "Would you both say the same was agreed?", what, better)


def _stacked(_case: Case, now: _Exchange) -> _Heard | None:
    asked = asked_in(now.ours)
    if len(asked) < 2:
        return None
    what = f"You asked {len(asked)} things at once; people answer the last one."
    question = "Which of your questions do you want answered first?"
    return _Heard(now.ours.index, question, what, _capital(asked[0].text))


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('?. ')}?"


_LOOKS: tuple[Callable[[Case, _Exchange], _Heard | None], ...] = (
    _rule,
    _manner,
    _question,
    _trouble,
    _agreed,
    _stacked,
)
"""What is looked at, the weightiest first."""
