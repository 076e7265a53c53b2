"""Opportunities and responses: each cue of hardship or feeling, and what two turns made of it.

Levels 0-5 after Suchman (1997) and the Empathic Communication Coding System (Bylund & Makoul):
ignored or denied, formula, implicit, named, explored, confirmed as legitimate.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from language.giving_back import spoken
from language.reading import Reading, Signal
from scoring.case import Case
from scoring.levels import CUE_LEVELS

CUES = (
    "crisis_self_harm",
    "vulnerable",
    "hardship_bereavement",
    "hardship_health",
    "hardship_job",
    "hardship_divorce",
    "crying",
    "fear",
    "shame",
    "hardship_other",
    "anger",
    "driving",
    "bad_time",
    "at_work",
)
"""What calls for empathy, the gravest first."""
PRACTICAL = ("driving", "bad_time", "at_work")
"""Cues that want no question but to be left in peace."""
HARSH = ("blame", "insult", "pressure", "threat")
"""What undoes an answer; blame and insults are harsh wherever they are said."""
UNDOES = (*HARSH, "takes_back", "dismisses", "goes_on")
NAMES = ("reflection", "validates", "thanks_for_telling")
"""What names a feeling or fact, besides the specific acknowledgement."""
ASKS = ("open_question", "invites", "asks_effect", "asks_safety")
"""What asks further."""
HELPS = (
    "promise_hardship_help",
    "honour_stop",
    "honour_dispute",
    "takes_complaint",
    "points_to_help",
    "sets_aside",
    "stays_with",
    "reassures",
)
"""What shows without naming it that something was heard."""
FORMULA, IMPLICIT, NAMED, EXPLORED, CONFIRMED = 1, 2, 3, 4, 5
GIVEN_BACK = 2
"""So many words of theirs in one answer are no chance."""
LATE = 0.8
"""What an answer is worth that comes a turn late."""


@dataclass(frozen=True)
class Answered:
    """One cue, our next turns, and the best answer: its level, where, and after how many turns.

    `repeats`: it says nothing that another answer has not said. `share` is what is left of its
    worth when the same was said before.
    """

    cue: Reading
    signal: Signal
    answers: tuple[Reading, ...]
    level: int = 0
    answer: Reading | None = None
    latency: int = 0
    repeats: bool = False
    share: float = 1.0

    @property
    def value(self) -> float:
        """The mark of this answer."""
        return CUE_LEVELS[self.level] * self.share * (LATE if self.latency > 1 else 1.0)


def cues_answered(case: Case) -> list[Answered]:
    """Every cue with the best answer to it; what is merely said again counts as a formula."""
    found = [_best(case, cue) for cue in case.people if cue.has(*CUES)]
    return _saturated(_fresh([one for one in found if one.answers]))


def cue_signal(reading: Reading) -> Signal:
    """The gravest cue of a turn."""
    signals = [s for s in reading.signals if s.name in CUES and s.asserted]
    return min(signals, key=lambda s: CUES.index(s.name))


def _best(case: Case, cue: Reading) -> Answered:
    best = Answered(cue, cue_signal(cue), case.answers_to(cue))
    for latency, answer in enumerate(best.answers, start=1):
        one = replace(best, level=level(cue, answer), answer=answer, latency=latency)
        if one.value > best.value:
            best = one
    return best


def level(cue: Reading, answer: Reading) -> int:
    """The level of one answer; blame, pressure or a "but" in the same breath undoes it."""
    if answer.has(*UNDOES):
        return 0
    asks = answer.has(*ASKS) and not answer.has("demand_payment")
    if cue.has("crisis_self_harm") and answer.has("asks_safety"):
        return EXPLORED
    if cue_signal(cue).name in PRACTICAL and answer.has("honour_stop"):
        return EXPLORED
    if not names(cue, answer, asks):
        set_phrase = answer.has("acknowledgement", "apology")
        return IMPLICIT if asks or answer.has(*HELPS) else FORMULA if set_phrase else 0
    if answer.has("validates"):
        return CONFIRMED
    return EXPLORED if asks and _says(cue, answer) else NAMED


def names(cue: Reading, answer: Reading, asks: bool = False) -> bool:
    """Whether the answer names the feeling or fact, or takes up their words in what it says."""
    if answer.has(*NAMES) or answer.has("acknowledgement", kind="specific"):
        return True
    return bool(cue.content & answer.content) and (asks or _says(cue, answer))


def _says(cue: Reading, answer: Reading) -> bool:
    """Whether it acknowledges anything, in whatever words, or gives back several of theirs."""
    if answer.has("acknowledgement", "apology", *NAMES):
        return True
    given_back = len(cue.content & answer.content) >= GIVEN_BACK
    return given_back and not answer.has("demand_payment", "ask_amount")


def _said(one: Answered) -> frozenset[str]:
    """What an answer consists of: its phrases, and the words of the cue that it takes up."""
    if one.answer is None:
        return frozenset()
    wanted = {"acknowledgement", *NAMES, *ASKS, *HELPS}
    phrases = {spoken(s) for s in one.answer.signals if s.name in wanted and s.asserted}
    return frozenset(phrases | (one.cue.content & one.answer.content))


def _fresh(found: Iterable[Answered]) -> list[Answered]:
    """Whatever says only what another answer has said is a formula; the best use counts."""
    known: set[str] = set()
    turns: set[int] = set()
    fresh: list[Answered] = []
    for one in sorted(found, key=lambda one: -one.value):
        said, turn = _said(one), one.answer.index if one.answer else -1
        once_more = turn not in turns or one.latency > 1  # two cues in a row have one answer
        if one.level >= IMPLICIT and said <= known and once_more:
            fresh.append(replace(one, level=FORMULA, repeats=True))
            continue
        known |= said
        turns.add(turn)
        fresh.append(one)
    return fresh


def _saturated(found: Iterable[Answered]) -> list[Answered]:
    """Each further formula is worth half of the one before; in the order of the call."""
    done: list[Answered] = []
    formulas = 0
    for one in sorted(found, key=lambda one: -one.value):
        is_formula = one.level == FORMULA
        done.append(replace(one, share=0.5**formulas) if is_formula else one)
        formulas += is_formula
    return sorted(done, key=lambda one: one.cue.index)
