"""What gives back what somebody told, and what tells them something new, by the form of a sentence.

"You're worn out by it" gives back; "you should rest" and "most people sleep less then" put in.
"""

import re
from typing import NamedTuple

from language.acts.questions import asks, pieces, rises
from language.spelling import content_stem

GIVES_BACK, PUTS_IN = "gives back", "puts in"
_BITS = re.compile(r"[\w']+")
_OPENERS = re.compile(
    r"""(?x)^\W*(?:(?:so|and|okay|ok|but|yeah|yes|yep|no|right|well|oh|then|now|all|alright
    |because|'cause
    |cause|i\ mean|ah|wow|you\ know|i\ guess|i\ think|kind\ of|sort\ of|almost|just|really|also
    |actually
    |absolutely|sure|great|good|like|maybe|exactly|or|again|plus|sometimes|certainly
    |definitely)\b\W*)+"""
)
_STEM = re.compile(
    r"""(?x)(?:(?:it|that|this|all\ of\ that)\ )?(?:(?:really|kind\ of|also|almost|just
    |certainly|does)\ )?
    (?:sounds?|looks?|seems?|feels?|felt|sounded)\ (?:to\ me\ )?(?:like|as|that|as\ if|you)\b
    |what\ i(?:'m|\ am)?\ hear|(?:i'm|i\ am|i)\ (?:hear|hearing|sense|sensing|get\ the\ sense)\b
    |(?:a\ |there's\ a\ )?part\ of\ you|on\ (?:the\ )?one\ hand|(?:i\ can\ |i\ could\ )?imagine
    |i\ can\ (?:see|tell|hear)\ (?:that|how|you|why)|let\ me\ see\ if|if\ i\ (?:understand
    |heard|got|hear)
    |in\ other\ words|i\ bet\ you|i\ wonder\ if\ you"""
)
_PRAISES_PLAN = re.compile(
    r"(?:that |it )?sounds? (?:good|great|like a (?:good |great )?(?:plan|idea)|fine|perfect)\b"
)
_YOU = re.compile(
    r"you(?:'re|'ve|'d|'ll)?\b|your\b|yourself\b|not\b|having\b|feeling\b|being\b|trying\b|wanting\b|getting\b"
)
_DIRECTS = re.compile(
    r"""(?x)\byou(?:'d|'ll|'ve)?\ (?:\w+\ )?(?:should|shouldn't|need\ to|have\ to|must|ought
    |better|can|could|may
    |might|will|got\ to|gotta|don't\ have\ to)\b|\byou'll\b"""
)
_ADVISES = re.compile(
    r"""(?x)\b(?:i(?:'d|\ would)?\ (?:\w+\ )?(?:recommend|suggest|advise|encourage|urge)
    |(?:want|need|like|love)\ you\ to
    |make\ sure\ (?:you|that|to)|why\ don't\ (?:you|we)|(?:important|best|helpful|worth
    |good\ idea)\ (?:to|for\ you|thing)
    |(?:one|another|other|first|best)\ (?:thing|way|option|idea|step)\b
    |you\ (?:\w+\ )?(?:should|shouldn't|ought\ to|might\ want|may\ want|can\ always
    |might\ try|could\ try|can\ try|could\ also|need\ to|have\ to|have\ got\ to)|let\ you\ know
    |would\ help\ (?:you|to|with)|my\ advice|we\ (?:can|could)\b)"""
)
_COMMANDS = re.compile(
    r"""(?x)(?:please\ )?(?:try|make|use|take|keep|call|consider|think\ about|don't|stop|go
    |start|get|give|put|remember|let's
    |avoid|cut|set|write|stay|eat|drink|find|ask|never|bring|come|pick|look\ at|imagine\ if)\b"""
)
_TEACHES = re.compile(
    r"""(?x)\b(?:people|patients|folks|clients|studies|research|percent|risks?|means\ (?:that
    |you)|called|causes?|can\ (?:cause|lead|help|be|affect|make|get)
    |average|doctors?|recommended|guidelines?|which\ (?:is|means|can)|in\ order\ to|if\ you
    |when\ you|programs?|available|information
    |per|normal|typically|usually|generally|effects?|treatment|medicine|medication|options?
    |resources?|appointment|available|tends?\ to|every|known|based\ on)\b"""
)
_MYSELF = re.compile(r"(?:i|i'm|i'll|i've|i'd|we|we'll|we've|we're|my|me|let me|let's)\b")
_OWN_LIFE = re.compile(
    r"""(?x)\bmy\ (?:own\ )?(?:life|mom|mother|dad|father|brother|sister|wife|husband|kids?|son
    |daughter|dog|cat|friends?|family|parents|birthday|house|garden|weekend|holiday)\b"""
)
_POLITE = re.compile(
    r"\b(?:thank|thanks|appreciate|nice to (?:meet|see)|see you|take care|bye|welcome"
    r"|good (?:morning|afternoon)|my name|how are you|sorry)\b"
)
_FELT = re.compile(
    r"""(?x)\b(?:hard|tough|difficult|scary|frustrating|stressful|sad|painful|overwhelm\w*
    |lonely|upset\w*|worr\w+|afraid
    |scared|proud|happy|glad|tired|exhaust\w*|struggl\w+|concern\w*|important\ to\ you
    |lot\ (?:on|going|to\ deal)|anxious|annoy\w*|hurt\w*|stuck|ashamed)\b"""
)
_TO_THEM = re.compile(r"\b(?:you|your|yours|yourself|you're|you've|you'd)\b")
_SHORT, _SAYS, _LONG = 3, 5, 8


class Shares(NamedTuple):
    """How many words of a turn give back what was told, put something in, and ask."""

    given: int
    put: int
    asked: int


def shares(text: str, told: frozenset[str], answers: bool) -> Shares:
    """The shares of a turn, after these stems; `answers` where the other side had asked."""
    given, put, asked = 0, 0, 0
    for piece in pieces(text):
        words = len(_BITS.findall(piece))
        if asks(piece):
            asked += words
            given += words if rises(piece) else 0
            continue
        kind = kind_of(piece, told, answers)
        given += words if kind == GIVES_BACK else 0
        put += words if kind == PUTS_IN else 0
    return Shares(given, put, asked)


def tells_of_oneself(sentence: str) -> bool:
    """Whether a statement in plain words is about the speaker's own life: "my dog hates it"."""
    return _OWN_LIFE.search(sentence) is not None


def kind_of(sentence: str, told: frozenset[str], answers: bool = False) -> str:
    """What a statement does to somebody who has told these stems; "" for neither."""
    content = {stem for stem in map(content_stem, _BITS.findall(sentence)) if stem}
    shared = len(content & told)
    opener = _OPENERS.match(sentence)
    said = sentence[opener.end() :] if opener else sentence
    words = len(_BITS.findall(said))
    if _POLITE.search(sentence) or _PRAISES_PLAN.match(said):
        return ""
    if _STEM.match(said):
        return GIVES_BACK
    if content and 2 * shared >= len(content):
        return GIVES_BACK
    if words < _SHORT:
        return ""
    if answers and not shared and words >= _SAYS and not _FELT.search(said):
        return PUTS_IN
    concludes = opener is not None and re.search(r"\bso\b", opener[0]) is not None
    return _by_form(said, words, shared, concludes)


def _by_form(said: str, words: int, shared: int, concludes: bool) -> str:
    if _ADVISES.search(said) or _COMMANDS.match(said):
        return GIVES_BACK if shared > 2 else PUTS_IN
    if _MYSELF.match(said):
        return PUTS_IN if words >= _LONG and shared < 2 else ""
    if _YOU.match(said):
        return PUTS_IN if _DIRECTS.search(said) and not shared and not concludes else GIVES_BACK
    if shared > 1 or _FELT.search(said):
        return GIVES_BACK
    if _TEACHES.search(said) and words >= _SAYS:
        return PUTS_IN
    if concludes or shared:
        return GIVES_BACK
    if words >= _SAYS:
        return GIVES_BACK if _TO_THEM.search(said) and words < 2 * _LONG else PUTS_IN
    return GIVES_BACK
