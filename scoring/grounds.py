"""Where a call gives the grounds for what is recorded after it: the entry, and the turn for it."""

from collections.abc import Iterable, Mapping

from calls.moves import Act
from scoring.case import Case, brief
from scoring.marks import Evidence
from simulator.facts import Topic

FLAG_SIGNALS: Mapping[str, tuple[str, ...]] = {
    "hardship": (
        "hardship_job",
        "hardship_health",
        "hardship_bereavement",
        "hardship_divorce",
        "hardship_other",
    ),
    "disputed": ("disputes_debt", "disputes_amount"),
    "identity_theft": ("identity_theft",),
    "attorney_represented": ("attorney",),
    "bankruptcy": ("bankruptcy",),
    "cease": ("cease_all",),
    "wrong_number": ("wrong_party",),
    "not_at_work": ("at_work",),
    "vulnerable": ("vulnerable", "crisis_self_harm"),
    "language": ("language_need",),
    "deceased": ("deceased",),
}
"""What somebody says that makes a flag due."""
_SOMEBODY_ELSE = {Act.DENIES_IDENTITY, Act.SAYS_NOT_HERE}


def entry(name: str, recorded: str) -> Evidence:
    """One line of the wrap-up, as it was left; an empty one shows that nothing is there."""
    return Evidence(turn=None, quote=f"{name}: {brief(recorded) or 'nothing recorded'}")


def decided(case: Case) -> tuple[Evidence, ...]:
    """The turn that decided how the call ends.

    It was agreed there, or somebody else was on the line, or it is the last that was heard.
    """
    moves = case.record.moves
    elsewhere = [n for n, move in moves.items() if _SOMEBODY_ELSE & set(move.acts)]
    last = [reading.index for reading in case.other_side]
    return case.evidence(*(case.agreed_at or elsewhere or last)[-1:])


def flags_told(case: Case, flags: Iterable[str]) -> tuple[Evidence, ...]:
    """The first turn in which they said what makes each of these flags due."""
    told = (_told(case, flag) for flag in flags)
    return case.evidence(*dict.fromkeys(turn for turns in told for turn in turns[:1]))


def _told(case: Case, flag: str) -> list[int]:
    signals = FLAG_SIGNALS.get(flag)
    if signals is not None:
        return [reading.index for reading in case.other_side if reading.has(*signals)]
    facts = case.scenario.facts if case.scenario and flag == "address_changed" else ()
    moved = {fact.id for fact in facts if fact.topic is Topic.ADDRESS}
    return [turn for turn, move in case.record.moves.items() if moved & set(move.facts)]
