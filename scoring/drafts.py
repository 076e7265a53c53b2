"""What may be said of a message before it goes out, by the functions that mark it afterwards.

It is a hint: a gentle one asks, a full one says what was found and what would be better.
"""

from collections.abc import Iterable, Iterator

from calls.events import Hints
from compliance_rules.finding import CheckResult, Finding, Standing
from scoring.case import Case
from scoring.hints import Hint
from scoring.messages import CIVIL, marks_of_last

_MOST = 4
"""So many findings are told at once; more are not read."""
_RULE = "Which rule might these words not meet?"
_ASKS = {
    "short enough": "Would they read or hear this to its end?",
    "private address": "Who else may read what goes there?",
    CIVIL: "How might this sound to them?",
    "says who writes": "Would they know who this is from?",
    "can be answered": "How would they answer this?",
}
"""A question for each mark that a message may lose."""


def before_sending(before: CheckResult, drafted: Case, level: Hints) -> tuple[Hint, ...]:
    """What a draft would bring: findings that were not there before it, then marks it would lose.

    `drafted` is the record as it would be with the draft as its last message.
    """
    if level is Hints.OFF or not drafted.collector:
        return ()
    turn = drafted.collector[-1].index
    found = list(_new(before.findings, drafted.check.findings))
    lost = [mark for mark in marks_of_last(drafted) if mark.value is not None and mark.value < 100]
    if level is Hints.GENTLE:
        asked = [*([_RULE] if found else []), *(_ASKS[mark.name] for mark in lost)]
        return tuple(Hint(turn, question) for question in asked)
    told = [Hint(turn, one.message, one.better) for one in found[:_MOST]]
    # The turn of a draft has no number yet that anybody could look up.
    advice = [
        one.advice.replace(f"Turn {turn + 1}: ", "").replace(f"turn {turn + 1}", "this")
        for one in lost
    ]
    return (*told, *(Hint(turn, f"{one[:1].upper()}{one[1:]}") for one in advice))


def _new(before: Iterable[Finding], after: Iterable[Finding]) -> Iterator[Finding]:
    """What is not met now and was met before, each rule once."""
    known = {(one.rule, one.turn) for one in before}
    told: set[str] = set()
    for one in after:
        fresh = one.standing is Standing.NOT_MET and (one.rule, one.turn) not in known
        if fresh and one.rule not in told:
            told.add(one.rule)
            yield one
