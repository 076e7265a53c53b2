"""The parts of conduct: the signals that show each going wrong, what they cost, the better line."""

from collections.abc import Mapping
from dataclasses import dataclass

from language.names import HARDSHIPS
from language.reading import Signal

TROUBLE = (
    *HARDSHIPS,
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


@dataclass(frozen=True)
class Part:
    """One way to go wrong: the signals that show it, what each costs, and where it is at hand.

    `after` names what the other side says, `beside` what our own turn does. `better` says what to
    do instead, for a kind of signal where one is named, else for all. A `grave` part has no floor.
    """

    name: str
    right: str
    wrong: str
    signals: Mapping[str, float]
    better: Mapping[str, str]
    after: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    grave: bool = False

    @property
    def names(self) -> frozenset[str]:
        """The names of its signals without their kinds."""
        return frozenset(name.partition(".")[0] for name in self.signals)

    def instead(self, signal: Signal) -> str:
        """The better line for what was said."""
        key = next(k for k in (signal.kind, signal.name, "") if k in self.better)
        return self.better[key]

    def cost(self, signal: Signal) -> float:
        """What it takes off; a kind may have a cost of its own."""
        return self.signals.get(f"{signal.name}.{signal.kind}", self.signals.get(signal.name, 0.0))


_RESPECT = Part(
    name="no mockery",
    right="no word mocked or insulted them",
    wrong="remarks that mock, talk down, insult or swear",
    signals={"sarcasm": 65.0, "belittles": 40.0, "insult": 100.0, "profanity": 100.0},
    better={
        "belittles": "Let me say it in another way, and tell me where I lose you.",
        "": "Help me understand how you see it.",
    },
    after=(*TROUBLE, *AGAINST_US),
    grave=True,
)
_THREATS = Part(
    name="no threats",
    right="you threatened nobody",
    wrong="threats",
    signals={"threat": 75.0, "threat.unspecified": 40.0},
    better={"": "I'd like to find something that works for you."},
    after=(*TROUBLE, *SAYING_NO),
    beside=("demand_payment", "refuse"),
    grave=True,
)
_PROMISES = Part(
    name="promises you can keep",
    right="you promised what is yours to do",
    wrong="promises that others decide",
    signals={"overpromise": 75.0},
    better={
        "credit": "It is reported as paid; what that does to a score is not ours to say.",
        "quiet": "I'll note what you asked for, and tell you what happens next.",
        "outcome": "I'll put it forward, and you hear from me by Friday.",
        "kindness": "Here is what I can do, and here is what I have no say in.",
        "comfort": "I can't say what they decide; I can say what I do today.",
    },
    beside=PROMISING,
    grave=True,
)
_TRUE = Part(
    name="nothing untrue",
    right="nothing you said was made up, as far as words show it",
    wrong="statements that are not so, or nobody could know",
    signals={"false_claim": 60.0, "false_claim.urgency": 40.0},
    better={
        "urgency": "There is no deadline today; when would suit you?",
        "": "I work for the company that I named, and I can only speak for it.",
    },
    beside=("offer", "counter_offer", "refuse", "explains_terms"),
    grave=True,
)
_BLAME = Part(
    name="no blame",
    right="you put the fault on nobody",
    wrong="remarks that put the fault on them",
    signals={"blame": 30.0},
    better={"": "What got in the way?"},
    after=(*TROUBLE, *SAYING_NO),
)
_PRESSURE = Part(
    name="no pressure",
    right="you pressed them in nothing",
    wrong="remarks that press",
    signals={"pressure": 30.0, "goes_on": 30.0},
    better={
        "goes_on": "When would be a better time to talk?",
        "": "What could you manage, and from when?",
    },
    after=(*TROUBLE, *SAYING_NO),
    beside=("demand_payment", "ask_amount", "ask_commitment_date", "offer", "counter_offer"),
)
_IRRITATORS = Part(
    name="no irritators",
    right="you left out what only irritates",
    wrong="remarks that irritate and win nothing",
    signals={"irritator": 25.0, "endears": 15.0, "evades": 15.0},
    better={
        "endears": "How would you like me to call you?",
        "evades": "I do not know that; I find out and tell you by Friday.",
        "": "Here is what is possible, and you can think it over.",
    },
    after=(*SAYING_NO, *AGAINST_US),
    beside=("offer", "counter_offer", "refuse"),
)
_SERIOUS = Part(
    name="takes it seriously",
    right="you took what they said for what it is",
    wrong="remarks that wave away what they said",
    signals={"dismisses": 20.0, "waves_away": 20.0},
    better={"": "I hear you. What would help you most right now?"},
    after=(*TROUBLE, *AGAINST_US),
)
PARTS = (_RESPECT, _THREATS, _PROMISES, _TRUE, _BLAME, _PRESSURE, _IRRITATORS, _SERIOUS)
"""The parts with what each remark costs of 100; a second one costs as much again."""
