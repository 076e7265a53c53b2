"""What looks like something and is told of the other side, asked, or told of something else.

All of it looks at text without capitals.
"""

import re
from collections.abc import Callable, Mapping

from language.unmarked import has_no_marks

_GOES_ON = re.compile(r"\s+(?:is|was|isn't|wasn't)\b[^.?!]*(?:[.!]|$)")
_ASKS_SOMEBODY = re.compile(r"\b(?:you|we|i|me|us)\b")
_LOOKS_UP = re.compile(
    r"\b(?:let me|lemme|i'?ll|i will|i'?m going to) (?:just )?(?:go )?(?:see|check|find out"
    r"|look (?:up|at|into))"
    r"\s*$",
)
_OF_THEM = re.compile(
    r"""(?x)\W*(?:(?:so|and|okay|ok|right|well|oh|hmm|alright|hold\ on|wait)\b\W*)*
    (?:you(?:'re|'d|\ are|\ were|\ would)?\ (?:just\ )?(?:think|thought|said|say(?:ing)?|feel
    |felt|want|mean|can't
    |cannot|could|couldn't|don't|agreeable|okay\ with|fine\ with|agreed|accepted|told|asked
    |happy|tell(?:ing)?)
    |(?:sounds|seems)\ (?:to\ me\ )?like\ you|it\ (?:shows|says)|did\ (?:you|they|he|she)|who\b
    |once\ (?:you|it)
    |if\ (?:you|they|that|it)|when\ (?:you|they))\b"""
)
_STOPS = ".?!;\n"
_ENDS = re.compile(r"[^.!;\n]*?(\?|[.!;\n]|$)")
_FIGURE = re.compile(
    r"\d|hundred|thousand|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|teen"
)
_CHECKS = re.compile(r"\W*(?:\w+\W+){0,2}?(?:does|did|do|is|has|have|are|was) (?:your|you|the)\b")
_OFFERS_WAYS = re.compile(
    r"\W*(?:(?:so|and|okay|sure|well|yes|yeah)\W+)*(?:you (?:can|may)|we (?:take|accept)"
    r"|people)\b"
)
_WHENCE = re.compile(
    r"""(?x)\b(?:how|where|why)\b[^.?!]*\b(?:they|he|she|it|anybody|anyone|somebody|someone
    |the\ \w+)\ (?:\w+\ )?(?:have|had|get|got|know|knew)\b
    |\b(?:did|have|had)\ you\ (?:ever\ )?(?:give|given)\ (?!me\b|us\b)"""
)
_TAKES_DOWN = re.compile(
    r"\b(?:i|we)(?:'ll|'ve|'m| will| have| am)? (?:just )?put(?:ting)? (?:that|this|it) down\b"
)
_PAST = re.compile(r"\b(?:when|(?:what|which) (?:day|date|month|week)) (?:did|was|were|had)\b")
_PAPER = (
    r"(?:photo|picture|image|scan|screenshot|cop(?:y|ies)|letter|receipt|proof|statement|document"
    r"|documents|papers?|paperwork|form|e-?mail|bill|evidence|confirmation|answer|line|note)s?\b"
)
_SENDS_PAPERS = re.compile(
    r"\bsend (?:it |this |that )?(?:over |in )?(?:to )?(?:us|me)(?: over| in)?,? "
    rf"(?:(?:a|an|the|that|your|any|some|whatever) )?(?:\w+ ){{0,2}}?{_PAPER}"
)
_FILES = re.compile(
    r"\b(?:put|get|drop|pop)(?:ting)? (?:that|this|it|something|some of that) in "
    r"(?:an?|the|your|our|my|writing|there)\b(?! (?:payment|account|bank|mail\b))"
)
_OVER = re.compile(
    r"\b(?:limitations?|period|time|time limit|deadline|window)\b[^.?!]{0,40}"
    r"(?:\b(?:is|are|was|were|has|have|had|be|been)|'s)\b[^.?!]{0,20}"
    r"\b(?:over|expired|ended|passed|lapsed|elapsed|gone|finished|run (?:out|its course))\b"
)
_NO_MORE = re.compile(
    r"\b(?:(?:done|finished|through) (?:with )?|stop(?:ped|ping)? |quit(?:ting)? |no more )$"
)
_FELT = re.compile(
    r"""(?x)\b(?:(?:sorry|regret|apologi[sz]e)\ (?:that|for|our|about|you|we|your)
    |feel(?:ing)?\ (?:bad|awful|terrible|for)|must(?:\ have|'ve)\b
    |that(?:'s|\ is)\ (?:a\ lot|so\ much|hard|tough|rough|awful)|no\ wonder|n't\ wonder)"""
)
_COURT = re.compile(r"\b(?:court|filed|filing|suit|case|district)\b")
_WHICH_COURT = re.compile(
    r"(?:\W*(?:great|okay|ok|and|thanks?|right|so|alright)\W+)*(?:in |at )?"
    r"(?:where|whereabouts|which|what|when)\b"
)
_HARMLESS = re.compile(
    r"""(?x)\bor\ else,?\ (?:we|i|you)\ (?:could|can|might|may)\b
    |\b(?:without|little|any|no)\ warning|\bhurt,\ and\ you"""
)
_TO_CALL = re.compile(
    r"\bnumber\b[^.?!]*\b(?:call|reach|hit you|ring|phone|dial|try|get you|text)\b|\bwrong\b"
)
_WHICH_ONE = re.compile(r"(?:\w+th|\w+st|\w+nd|\w+rd|first|second|day) is the first$")
_NOTHING_DUE = re.compile(
    r"\b(?:no|not any|without any|zero|never a)\s+(?:\w+\s+)?$|\bnothing[^.?!]{0,20}$"
)
_HOW = re.compile(r"(?:\s+\w+)?\s+how\s*\?")
_PROCEED = re.compile(r"\bproceed\b|\bgo about (?:it|this)\b")
_SENDS = re.compile(r"\W*(?:(?:so|then|okay|well|and)\W+)?send\b")
_PAPERS = re.compile(
    r"""(?x)\b(?:e-?mails?|letters?|cop(?:y|ies)|photos?|pictures?|forms?|proof|receipts?
    |documents?|paperwork|papers?|evidence|slips?|screenshots?)\b"""
)
_OF_MONEY = re.compile(r"[$£€]|\b(?:pay|paying|payments?|money|amount|balance|card|check)\b")
_NEAR = 300
"""Letters to either side of a span that are looked at, where no sentence ends before."""
_TAG = re.compile(r"(?:correct|right|okay|ok|alright|all right|yes|agreed|deal)\W*")
_ASKED = re.compile(r"\W*?\?")
_TAGGED = re.compile(
    r"""(?x)\w+\W+\w\S*\W+(?!(?:is|are|am|was|were|be|been|not|so|very|quite|all|sound|sounds|feel
    |feels|seems|the|a|your|yes|no|yeah|it's|that's|this's|what's|there's|everything's|he's|she's
    |i'm|you're|we're|they're|\w+n't)\b)[\w']+,?\ *$"""
)
_WORDS = re.compile(r"\w+")
_WHETHER = re.compile(
    r"\W*(?:(?:so|and|but|then|wait|okay|well|oh)\W+)*"
    r"(?:(?:can|could|may) (?:i|we|they|he|she)\b"
    r"(?! (?:just |please )?(?:ask|get|have|request|be)\b)"
    r"|(?:will|would|does|did) (?:the|this|that|it|they|paying)\b"
    r"|do you have to\b|what (?:happens )?if\b"
    r"|is it true\b|are you (?:allowed|supposed|required|obliged|bound)\b|you(?:'ll| will)\b)"
)
_OWES_NOT = re.compile(r"(?:n't|not|never|no longer)\b[^.?!]{0,12}\bow(?:e|es|ed|ing)\b")


def tells(text: str, start: int, end: int) -> bool:
    """Whether the question at this place is the subject of a statement, or is being looked up."""
    if _LOOKS_UP.search(text, 0, start) is not None:
        return True
    if _GOES_ON.match(text, end) is None:
        return False
    return _ASKS_SOMEBODY.search(text, start, end) is None


def is_theirs(text: str, start: int, end: int) -> bool:
    """Whether what agrees or refuses here is said of the other side, or is asked."""
    sentence = _sentence(text, start)
    return text[end:].lstrip()[:1] == "?" or _OF_THEM.match(text, sentence, end) is not None


def checks_papers(text: str, start: int, end: int) -> bool:
    """Whether a question asks what papers or records say, without a figure of its own."""
    asked = _ENDS.match(text, end)
    if asked is None or asked[1] != "?" or _FIGURE.search(text, start, end):
        return False
    return _CHECKS.match(text, _sentence(text, start)) is not None


def names_ways(text: str, start: int, end: int) -> bool:
    """Whether it tells of the ways to pay instead of asking for one."""
    ended = _ENDS.match(text, end)
    asked = ended is not None and ended[1] == "?"
    return not asked and _OFFERS_WAYS.match(text, _sentence(text, start)) is not None


def asks_no_way(text: str, start: int, end: int) -> bool:
    """Whether it tells of the ways to pay, or asks how somebody came by the particulars of one."""
    return names_ways(text, start, end) or bool(_WHENCE.search(text, _sentence(text, start), end))


def owes_nothing(text: str, start: int, end: int) -> bool:
    """Whether the debt named here is denied: "you don't owe us a thing"."""
    return _OWES_NOT.search(text, start, end) is not None


def threatens_nobody(text: str, start: int, end: int) -> bool:
    """Whether it only sounds like a threat: it is over, asked, felt with them, or promised away."""
    begin = _sentence(text, start)
    sentence, said = text[begin : _end(text, end)], text[start:end]
    return bool(
        _OVER.search(sentence)
        or _NO_MORE.search(text, begin, start)
        or (_FELT.search(sentence) and " but " not in sentence)
        or (_COURT.search(said) and _WHICH_COURT.match(sentence.strip()))
        or _HARMLESS.search(text, max(0, start - 30), end + 15)
    )


def asks_number(text: str, start: int, end: int) -> bool:
    """Whether it asks for a number to call, or what was done wrong, and not for a sum."""
    return _TO_CALL.search(text, start, _end(text, end)) is not None


def is_no_day(text: str, start: int, end: int) -> bool:
    """Whether what sounds like a day to pay is past, a birth date, or which payment it is."""
    named = _WHICH_ONE.search(text, max(0, start - 20), end) is not None
    return named or "birth" in text[start:end] or is_past(text, start, end)


def _end(text: str, end: int) -> int:
    last = end + _NEAR  # nobody looks further, and a turn may be endless
    return min((at for stop in _STOPS if (at := text.find(stop, end, last)) >= 0), default=last)


def _sentence(text: str, start: int) -> int:
    first = max(0, start - _NEAR)
    return max(max(text.rfind(stop, first, start) for stop in _STOPS) + 1, first)


def is_past(text: str, start: int, end: int) -> bool:
    """Whether it asks when something was, not when it will be."""
    return _PAST.search(text, start, end) is not None


def asks_for_nothing(text: str, start: int, end: int) -> bool:
    """Whether it asks when something was, or has something written down, filed or sent as proof."""
    sentence = _sentence(text, start)
    denied = _NOTHING_DUE.search(text, sentence, start) or _TAKES_DOWN.search(text, sentence, end)
    filed = _SENDS_PAPERS.match(text, start) or _FILES.match(text, start)
    if denied or filed or is_past(text, start, end) or _HOW.match(text, end):
        return True
    open_way = _PROCEED.search(text[start:end]) or _SENDS.match(text, start)
    about = _PAPERS if _SENDS.match(text, start) else _PROCEED
    near = text[sentence : _end(text, end)]
    return bool(open_way and about.search(near)) and not _OF_MONEY.search(near)


def is_no_tag(text: str, start: int, end: int) -> bool:
    """Whether "okay", "right" and their like only answer or tell, and ask for no agreement.

    They do with a question mark, and at the end of what is said without any mark.
    """
    if _TAG.fullmatch(text, start, end) is None or _ASKED.match(text, end):
        return False
    return not has_no_marks(text) or _TAGGED.search(text, 0, start) is None


def asks_whether(text: str, start: int, end: int) -> bool:
    """Whether it asks if contact could be stopped, or asks for silence, and wants no end of it."""
    if set(_WORDS.findall(text[start:end])) == {
        "stop"
    }:  # "Stop, who is this?" is no wish about calls
        return set(_WORDS.findall(text)) != {"stop"}
    asked = text[_end(text, end) : _end(text, end) + 1] == "?"
    return asked and _WHETHER.match(text, _sentence(text, start), start) is not None


MISREAD: Mapping[str, Callable[[str, int, int], bool]] = {
    "open_question": tells,
    "closed_question": is_no_tag,
    "accept": is_theirs,
    "refuse": is_theirs,
    "account_detail": checks_papers,
    "ask_method": asks_no_way,
    "debt_mention": owes_nothing,
    "ask_commitment_date": is_no_day,
    "ask_amount": asks_number,
    "threat": threatens_nobody,
    "stop_channel": asks_whether,
    "cease_all": asks_whether,
    "demand_payment": asks_for_nothing,
}
