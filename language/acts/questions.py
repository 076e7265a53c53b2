"""Questions by their form: with a mark, or by the order of their words where there is none.

A mark alone does not ask: "So it sounds like you lost your job?" gives back what was said.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from language.unmarked import asks_by_order, has_no_marks, in_lines
from language.wording import lowered, straight

_AUX = (
    r"(?:can|could|will|would|shall|should|do|does|did|are|is|was|were|have|has|may|might"
    r"|(?:do|does|did|is|are|was|were|wo|would|could|ca|should|have|has)n't)"
)
_ONE = r"(?:you|i|we|he|she|they|there|anyone|anybody|somebody)"
_IT = r"(?:it|that|this|your|the|my|some|any|things|people)"
_HAS_SUBJECT = r"(?:is|does|was|would|will|could|can|should|has|are|isn't|doesn't|wasn't|wouldn't)"
_SAID_TWICE = re.compile(r"\b(\w+)(?:(?:[^\w.?!;\n]|\.{2,})+\1\b)+")  # not over a sentence's end
_PAUSE = re.compile(r"\b(?:um+|uh+|er|erm|hm+|mm+|mhm)\b[\s,]*")
_SENTENCE = re.compile(r"[^.?!;\n]+[.?!;]*")
_JOINT = re.compile(
    r"\b(?:so|and|but|because|well|okay|yeah) (?=(?:so |then |if |when |maybe )?"
    r"(?:you|i|it|that|they|he|she|we|there|your|my|the)\b)"
)
_MURMUR = re.compile(
    r"""(?x)\W*(?:(?:okay|ok|yeah|yes|yep|no|right|alright|all|huh|hm+|mm+|uh|um|hmm|you|know
    |oh|really|see
    |so|eh|well|i|mean|what|good|great|sure|sorry|pardon)\b\W*)+"""
)
_OPENER = r"""(?:so|and|okay|ok|yeah|yes|well|alright|right|now|but|great|good|then|sure|or|oh
    |no|cool|like|because|just|guess|mean|wondering|curious)"""
_START = rf"(?:^\W*|\b{_OPENER}\W+)"
_RISING = re.compile(
    r"""(?x)\W*(?:(?:so|okay|ok|and|but|yeah|right|well|oh|then|now|all|alright|because|i|kind|of
    |almost|just|really|also)\W+)*
    (?:(?:it\ |that\ |this\ )?(?:sounds?|looks?|feels?|seems?)\ (?:to\ me\ )?(?:like|as|that)
    |what\ i(?:'m|\ am)?\ hear|(?:a\ )?part\ of\ you|on\ the\ one
    |you(?:'re|\ are)?\ (?:\w+\ )?(?:feel(?:ing)?|want(?:ed|ing)?|wish|worried|afraid|hoping
    |hope|concerned)\b)"""
)
_RISEN = re.compile(
    r"""(?x)\W*(?:(?:okay|ok|yeah|right|alright|all|and|oh|well|but|no|so|because|then|now)\b\W*)*
    (?:so\b,?\ (?!do|did|are|is|was|what|how|why|when|where|who|can|could|would|will|have|has
    |tell|if)|you(?:'re|'ve|'d|'ll)?\b|not\b|it\ (?:sounds|seems|feels)|that\b)"""
)
_SO_YOU = re.compile(
    r"(?:\W*(?:okay|ok|yeah|right|alright|all right|and)\b)*\W*"
    r"so,? (?:you|on the|that|there|your)(?:'\w+)?\b(?:\W+[\w']+){9}"
)
_ORDER = re.compile(
    rf"""(?x)\b(?<!\bso\ )(?<!\bneither\ )(?<!\byou\ )(?<!\bi\ )(?<!\bthey\ )(?<!\bwe\ )
    (?:{_AUX}\ (?:not\ )?{_ONE}\b(?!')(?!\ (?:is|was|are|can)\b)
    |{_HAS_SUBJECT}\ (?:it|that|this)\b(?=\ (?:\w+\ )?(?:you|okay|ok|all|right|something|how
    |what|like|feel|make|sound|work|help|bother
    |correct|fair|true|because|more|be|kind|a|the|been|sort|seem|fit|easy|hard|important
    |possible|helpful|usually))
    |(?:what|how|why|where|who|which\ \w+|what\ \w+|how\ \w+)\ {_AUX}\ (?:{_ONE}|{_IT})\b
    |(?:what|how|who|where)(?:'s|\ is|\ are|\ was|\ were|'re|'d)\ (?:\w+\ ){{0,1}}(?:it|that
    |this|you|your|going|the|some)\b(?!\ (?:is|was))
    |how\ come\b|any\ other\ (?:questions|concerns|thoughts))"""
)
_AT_START = re.compile(
    rf"""(?x){_START}((?:what|how)\ about\b|what\ else\b|any(?:thing)?\ (?:else|other|ideas?
    |questions|thoughts|concerns)\b
    |what\ (?:made|makes|brings|brought|happens|happened|led|got|would|might|could|do|did
    |kinds?|sorts?|things?|other)\b
    |what\ (?:\w+\ )?(?:is|are|was|were|has)\b|what\ \w+s\ you\b|what's\b|how's\b|who's\b
    |why\ (?:not|do|did|is|are|would)\b
    |how\ (?:many|much|often|long|far|likely|ready|confident|important|old|do|did|are|is|was
    |would|could|can|will|has|have)\b
    |(?:is|are|was|were|does|did|do|has|have|would|could|can|will|should)\ (?:it|that|this|your
    |the|there|any\w*|these|those|things|people|he|she)\b)"""
)
_TO_TELL = re.compile(
    r"""(?x)\b(?:(?<!to\ )(?<!you\ )(?:tell|talk\ to|walk|help)\ (?:me
    |us)\ (?:\w+\ ){0,4}?(?:about|what|how|why|where|more
    |through|understand)\b
    |say\ (?:a\ (?:little|bit)\ )?more
    |(?:i|i'm|i\ am|i\ was|just)\ (?:just\ )?(?:wonder|wondering|curious)\W+(?:about|what|how
    |why|where|when|whether|if\ you|which)\b
    |i(?:'d|\ would)\ (?:really\ |just\ )?(?:like|love)\ to\ (?:know|hear)\b
    |give\ me\ (?:an\ example|a\ (?:sense|bit|little|picture))|describe\ (?:\w+\ ){0,2}(?:for
    |to)\ me
    |on\ a\ scale\ (?:of|from))"""
)
_PROPOSES = re.compile(r"\bwhy (?:don't|not) (?:you|we)\b")
_PARTICULAR = re.compile(
    r"""(?x)^\W*(?:\w+\W+){0,3}?(?:how\ (?:many|much|often|long|old|far|soon|big)|what\ (?:time
    |day|date|month|year
    |number|age|percent\w*)|which|when|where|who)\b"""
)
_WIDE = re.compile(r"\b(?:what|how|why|whereabouts|how's|what's|what're|how're)\b")
_YES_OR_NO = re.compile(
    rf"(?:\W|\b(?:so|and|okay|ok|alright|all right|well|then|but|oh|yeah|or|right)\b)*"
    rf"{_AUX} (?:not )?(?:{_ONE}|{_IT})\b"
)
_TO_THEM = re.compile(r"\b(?:you|your|you're|u|ur|ya|yourself)\b")
_TAG = re.compile(r"\b(?:right|huh|eh|you know|else)\W*$")
_PARTS = re.compile(
    r"[,;]\W*(?:and|or)?\b\W*|\band (?=(?:what|when|how|who|where|why|which|do|are|is)\b)"
)
_FEW, _EDGE = 8, 200
_CAN_TELL = re.compile(
    r"\b(?:can|could|would|will) you (?:\w+ ){0,3}?"
    r"(?:tell|say|describe|share|explain|talk|give|walk)\b"
)


def plain(text: str) -> str:
    """The text without capitals, pauses and words said twice."""
    said = _PAUSE.sub("", lowered(straight(text)))
    return _SAID_TWICE.sub(r"\1", said).strip()


def questions(text: str) -> tuple[str, ...]:
    """The sentences that ask, in plain words."""
    return tuple(piece for piece in pieces(text) if asks(piece))


def pieces(text: str) -> tuple[str, ...]:
    """The sentences of a text in plain words; without any mark they begin where words do it."""
    if not has_no_marks(text):
        return tuple(one[0] for one in _SENTENCE.finditer(plain(in_lines(text))))
    lines = [plain(line) for line in in_lines(text).split("\n")]
    if text != text.lower():  # who writes capitals begins each sentence with one
        return tuple(filter(None, lines))
    return tuple(piece for line in lines for piece in _parts(line))


def _parts(said: str) -> Iterator[str]:
    """What a line without a mark may hold of sentences."""
    starts = {0, *_asking_in(said)}
    starts |= {one.start() for one in _JOINT.finditer(said)}
    cuts = pairwise([*sorted(starts), len(said)])
    return (said[start:end] for start, end in cuts if said[start:end].strip())


def _asking_in(said: str) -> Iterator[int]:
    yield from (one.start() for one in _ORDER.finditer(said))
    yield from (one.start() for one in _TO_TELL.finditer(said))
    yield from (one.start(1) for one in _AT_START.finditer(said))


def asks(sentence: str) -> bool:
    """Whether a sentence in plain words is a question; "why don't you" is advice."""
    if _PROPOSES.search(sentence):
        return False
    if _TO_TELL.search(sentence):
        return True
    if "?" not in sentence:
        by_order = asks_by_order(sentence) or next(_asking_in(sentence), None) is not None
        return has_no_marks(sentence) and by_order
    if _MURMUR.fullmatch(sentence):
        return False
    if _ORDER.search(sentence) or _AT_START.search(sentence):
        return True
    return _RISING.match(sentence) is None and _SO_YOU.match(sentence) is None


_MAY_I = re.compile(r"\W*(?:\w+\W+)?(?:may|might|can|could) i (?:just )?ask(?: you)?\W*")
"""What asks for nothing by itself, and stands before what is asked."""


def asks_apart(question: str) -> int:
    """How many things a sentence asks: "do you work, who with, and what do you earn?" is three."""
    parts = [
        part
        for part in _PARTS.split(question)
        if part and not (_MURMUR.fullmatch(part) or _MAY_I.fullmatch(part))
    ]
    asking = (
        _ORDER.search(part) or _AT_START.search(part) or _TO_TELL.search(part) for part in parts
    )
    return max(1, sum(1 for one in asking if one))


def rises(question: str) -> bool:
    """Whether it is built like a statement about them: "So you stopped then?"."""
    return _RISEN.match(question) is not None


def is_open(question: str) -> bool:
    """Whether it invites somebody to tell, rather than yes, no or a particular."""
    if _TO_TELL.search(question) or _CAN_TELL.search(question):
        return True
    if _PARTICULAR.search(question):
        return False
    return _WIDE.search(question) is not None and _YES_OR_NO.match(question) is None


def explores(text: str) -> bool:
    """Whether it asks somebody about themselves, at one end of the text.

    What is asked in the midst of a long one is asked of nobody.
    """
    said = plain(text)
    marked = not has_no_marks(said)
    edges = said if len(said) <= 2 * _EDGE else f"{said[:_EDGE]} . {said[-_EDGE:]}"
    to_them = [q for q in questions(edges) if _asked_of_them(q) and ("?" in q or not marked)]
    return bool(to_them)


def _asked_of_them(question: str) -> bool:
    if _TAG.search(question):
        return False
    return _TO_THEM.search(question) is not None or len(question.split()) <= _FEW
