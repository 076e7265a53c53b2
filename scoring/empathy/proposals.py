"""What could have been said: a sentence that takes up what they told, in their own words."""

from language.giving_back import given_back
from language.reading import Reading, Signal
from scoring.case import quoted

_PROPOSALS = {
    "crisis_self_harm": (
        "Let's leave the bill. What you just said worries me.",
        "Are you thinking of ending your life?",
    ),
    "vulnerable": ("Thank you for telling me.", "How does that affect you day to day?"),
    "hardship_bereavement": ("I'm so sorry for your loss.", "How are you holding up?"),
    "hardship_health": ("That must be hard.", "What does that mean for you at the moment?"),
    "hardship_job": ("That is a lot to take in at once.", "How are you managing right now?"),
    "hardship_divorce": ("That must be hard.", "What has changed for you since then?"),
    "crying": ("Take your time, that sounds like a lot.", "What would help you right now?"),
    "fear": ("Anybody would worry about that.", "What worries you most?"),
    "shame": ("There is nothing to be ashamed of.", "What happened?"),
    "hardship_other": (
        "It makes sense that other things come first.",
        "What has to be paid before anything else?",
    ),
    "anger": ("You have every reason to say so.", "What happened?"),
    "driving": ("Then I'll let you go.", "When is a better time to call?"),
    "bad_time": ("Then I'll let you go.", "When is a better time to call?"),
    "at_work": (
        "Then I won't keep you at work, I'll let you go.",
        "When is a better time to call?",
    ),
}
_SPEAKS_FOR_ITSELF = ("crisis_self_harm", "anger", "driving", "bad_time", "at_work")
"""Not given back: the words are answered, not repeated."""


def said_in(reading: Reading) -> str:
    """What was said in a turn, as far as one reads it at a glance."""
    return quoted(reading.turn.text)


def words_of(signal: Signal) -> str:
    """The words of a signal, as far as one reads them at a glance."""
    return quoted(signal.text)


def proposal(cue: Reading, signal: Signal) -> str:
    """A turn that would have taken this cue up."""
    said, asked = _PROPOSALS[signal.name]
    back = "" if signal.name in _SPEAKS_FOR_ITSELF else given_back(cue, signal)
    return " ".join(filter(None, (f"{back}." if back else "", said, asked)))


def advice(cue: Reading, signal: Signal) -> str:
    """What they said, and a sentence that takes it up."""
    return f'They said "{said_in(cue)}". Try: "{proposal(cue, signal)}"'


def validating(cue: Reading, signal: Signal) -> str:
    """What they said, and a sentence that confirms it."""
    said, _ = _PROPOSALS[signal.name]
    return f'To "{said_in(cue)}" you could say: "{said}"'


def asking(cue: Reading, signal: Signal) -> str:
    """What they said, and a question that lets them go on."""
    _, asked = _PROPOSALS[signal.name]
    return f'After "{said_in(cue)}", ask: "{asked}"'


def giving_back(cue: Reading, signal: Signal) -> str:
    """What they said, and how it is given back."""
    back = given_back(cue, signal)
    if not back:
        return advice(cue, signal)
    return f'They said "{said_in(cue)}". Give it back: "So {back[0].lower()}{back[1:]}."'
