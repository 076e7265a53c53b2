"""Professional conduct: blame, mockery, irritators, pressure, and promises nobody can keep.

A part is marked where it was at hand - right after somebody had told of trouble, said no or been
angry - or where it was done all the same. Keeping quiet where there was no occasion is no conduct.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from calls.turn import turn_number
from language.reading import Reading, Signal
from scoring.asked import talked_at
from scoring.case import FEWEST_TURNS, SHOWN, Case, evidence_of, quoted
from scoring.marks import Dimension, Mark, Score, no_mark, weigh

TROUBLE = (
    "hardship_job",
    "hardship_health",
    "hardship_bereavement",
    "hardship_divorce",
    "hardship_other",
    "vulnerable",
    "shame",
    "fear",
    "crying",
)
"""What somebody says who is not well off."""
SAYING_NO = ("refuses", "counters", "asks_time", "condition", "bad_time", "at_work", "driving")
AGAINST_US = (
    "anger",
    "insult",
    "profanity",
    "sarcasm",
    "complaint",
    "suspects_scam",
    "asks_why",
    "refuses_identifier",
    "disputes_debt",
    "disputes_amount",
    "already_paid",
    "identity_theft",
    "cease_all",
    "stop_channel",
)
PROMISING = ("next_step", "promise_hardship_help", "honour_stop", "honour_dispute", "accept")
"""Where something is promised, and too much could be."""
DONE_COUNTS = 3.0
"""What was said weighs as much as three things that were left unsaid."""


@dataclass(frozen=True)
class Part:
    """One way to go wrong: the signals that show it, what each costs, and where it is at hand.

    `after` names what the other side says, `beside` what our own turn does. `better` says what to
    do instead, for a kind of signal where one is named, else for all.
    """

    name: str
    right: str
    wrong: str
    signals: Mapping[str, float]
    better: Mapping[str, str]
    after: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    def instead(self, signal: Signal) -> str:
        """The better line for what was said."""
        key = next(k for k in (signal.kind, signal.name, "") if k in self.better)
        return self.better[key]


PARTS = (
    Part(
        name="no blame",
        right="you put the fault on nobody",
        wrong="remarks that put the fault on them",
        signals={"blame": 50.0},
        better={"": "What got in the way?"},
        after=(*TROUBLE, *SAYING_NO),
    ),
    Part(
        name="no mockery",
        right="you spoke to them with respect",
        wrong="remarks that mock, insult or swear",
        signals={"sarcasm": 50.0, "insult": 100.0, "profanity": 100.0},
        better={"": "Help me understand how you see it."},
        after=(*TROUBLE, *AGAINST_US),
    ),
    Part(
        name="no irritators",
        right="you left out what only irritates",
        wrong="remarks that irritate and win nothing",
        signals={"irritator": 25.0},
        better={"": "Here is what is possible, and you can think it over."},
        after=(*SAYING_NO, *AGAINST_US),
        beside=("offer", "counter_offer", "refuse"),
    ),
    Part(
        name="no pressure",
        right="you asked what is possible and left them the choice",
        wrong="remarks that press or threaten",
        signals={"pressure": 35.0, "goes_on": 35.0, "threat": 50.0},
        better={
            "goes_on": "When would be a better time to talk?",
            "threat": "I'd like to find something that works for you.",
            "": "What could you manage, and from when?",
        },
        after=(*TROUBLE, *SAYING_NO),
        beside=("demand_payment", "ask_amount", "ask_commitment_date", "offer", "counter_offer"),
    ),
    Part(
        name="promises you can keep",
        right="you promised what is yours to do",
        wrong="promises that others decide",
        signals={"overpromise": 50.0},
        better={
            "credit": "It is reported as paid; what that does to a score is not ours to say.",
            "quiet": "I'll note what you asked for, and tell you what happens next.",
            "outcome": "I'll put it forward, and you hear from me by Friday.",
        },
        beside=PROMISING,
    ),
)
"""The parts with what each remark costs of 100; a second one costs as much again."""


def score_conduct(case: Case) -> Score:
    """Each part where it was at hand or went wrong; who talks past every question has none."""
    if not case.held:
        return Score(dimension=Dimension.CONDUCT, value=None, reason=case.not_held)
    nothing = "nothing happened that would try anybody's manners"
    marks = (_marked(case, one) for one in PARTS)
    weighted = ((mark, DONE_COUNTS if mark.advice else 1.0) for mark in marks)
    score = weigh(Dimension.CONDUCT, weighted, nothing)
    told = talked_at(case)
    if told and score.value is not None:
        return score.model_copy(update={"value": 0.0, "reason": told})
    return score


def _marked(case: Case, part: Part) -> Mark:
    wrong = list(case.collector_signals(*part.signals))
    at_hand = _at_hand(case, part)
    if not wrong and (not at_hand or len(case.collector) < FEWEST_TURNS):
        return no_mark(part.name, "nothing on this call gave occasion for it")
    if not wrong:
        return Mark(
            name=part.name,
            value=100.0,
            reason=part.right,
            evidence=case.evidence(*islice(at_hand, SHOWN)),
        )
    cost = sum(part.signals[signal.name] for signal in wrong)
    return Mark(
        name=part.name,
        value=max(0.0, 100.0 - cost),
        reason=f"{part.wrong}: {len(wrong)}",
        evidence=evidence_of(iter(wrong[:SHOWN])),
        advice=_advice(case, part, wrong[0]),
    )


def _at_hand(case: Case, part: Part) -> list[int]:
    """Our turns in which this would have been at hand, said to somebody who answers."""
    cues = [r for r in case.people if r.has(*part.after)]
    after = {r.index for cue in cues for r in case.answers_to(cue, within=1)}
    last = max((r.index for r in case.people), default=-1)
    beside = {r.index for r in case.collector if r.has(*part.beside) and r.index < last}
    return sorted(after | beside)


def _advice(case: Case, part: Part, first: Signal) -> str:
    """What was said, what it answered, and the better line."""
    answered = _answered(case, first)
    to = f' to "{quoted(answered.turn.text)}"' if answered else ""
    said = f'Turn {turn_number(first.turn)}, "{quoted(first.text)}"{to}'
    return f'{said}: say "{part.instead(first)}" instead.'


def _answered(case: Case, said: Signal) -> Reading | None:
    """The turn of the other side right before."""
    before = (r for r in case.other_side if r.index == said.turn - 1 and r.words)
    return next(before, None)
