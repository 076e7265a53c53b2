"""What only the letters tell, not the words: the capitals of a name, the marks of a machine.

Patterns see words in lower case, and a name is no word that they could know: "I'm Dana." introduces
somebody, "I'm tired." does not; "You Dana?" asks for somebody.
"""

import re
from collections.abc import Iterator

from language.names import words_of
from language.reading import Signal
from language.spelling import lexicon
from language.unmarked import in_lines
from language.wording import straight

_PARTS = {
    "NAME": r"[A-Z][^\W\d_]+(?:['-][A-Z][^\W\d_]+)*",
    "TITLE": r"(?:(?i:Mr|Mrs|Ms|Miss|Dr)\b\.?\ )",
    "AT": r",?\ (?:(?:over|up|down|out)\ )?(?:at|from|with|of)\ (?:the\ )?",
    "BEGINS": r"(?:^|(?<=[.!?,;]\ ))",
}


def _way(text: str) -> re.Pattern[str]:
    """A regular expression in which NAME, FULL, TITLE, AT and BEGINS stand for their parts."""
    text = text.replace("FULL", r"NAME(?:\ [A-Z]\.)?(?:\ NAME){0,2}")
    for part, means in _PARTS.items():
        text = text.replace(part, means)
    return re.compile(text, re.VERBOSE)


_WAYS = (
    (
        "self_identification",
        "",
        _way(
            r"""\b(?:I'?m|I\ am|[Nn]ame(?:\ is|'?s)|[Mm]yself
            |(?:[Tt]hey|[Pp]eople|[Ff]olks|[Ee]verybody|[Ee]veryone|can|just)\ calls?\ me)
            \ TITLE?FULL(?!')
            |BEGINS[Tt]his\ is\ TITLE?(?:FULL)(?=[.,;!]|\ calling\b|$)(?![^.!]*\?)
            |BEGINS(?!Still\b)(?:FULL)\ here(?=\ (?:again|from|at|with)\b|[.,!;]|$)"""
        ),
    ),
    (
        "self_identification",
        "company",
        _way(
            r"""\b(?:I'?m|I\ am|(?<![Ii]s\ )[Tt]his(?:\ is)?|[Ii]t(?:'s|\ is)|[Ss]till
            |[Nn]ame(?:\ is|'?s))\ TITLE?(?:FULL)AT NAME(?![\w\ ]{0,30}\?)
            |(?:(?<=,\ )NAME|BEGINS NAME\ NAME)AT NAME(?![\w\ ]{0,30}\?)
            |\b(?:I'?m|I\ am)\ (?:calling\ )?(?:with|from|at)\ NAME
            |\b[Ww]e(?:'re|\ are)\ (?:FULL)(?=[,.])"""
        ),
    ),
    (
        "ask_right_party",
        "",
        _way(
            r"""BEGINS(?:[Aa]re\ )?[Yy]ou\ TITLE?(?:FULL)\?
            |\b[Tt](?:his|hat)(?:\ is|'s)?\ TITLE?(?:FULL)(?:\ [\w']+){0,4}\?
            |^(?:[A-Z]?[a-z]+[,!.]\ )?(?:TITLE(?:FULL)|NAME\ NAME)\?
            |^(?!Hello|Hi|Hey|Good|Yes|No|Thank|Okay|Right)(?:TITLE(?:FULL)|NAME\ NAME)\n"""
        ),
    ),
    (
        "injection",
        "",
        re.compile(
            r"""(?ix) </?\s*(?:system|assistant|user|consumer|debtor|instructions?|prompt|tool)\s*>
            | \[/?(?:system|assistant|user|inst|instructions?|admin|developer)\b[^\]]*\]
            | <\| | ^\s*(?:system|assistant)\s*:"""
        ),
    ),
)
# Without one of these none of the ways is there. Each begins with a letter: so it is found quickly.
_PERHAPS = re.compile(
    r"""(?x) < | \[ | : | I(?:'?m|\ am)\ [A-Z] | ame(?:\ is|'?s)\ [A-Z] | yself\ [A-Z] | me\ [A-Z]
    | e(?:'re|\ are)\ [A-Z] | at\ (?:the\ )?[A-Z] | from\ (?:the\ )?[A-Z] | with\ (?:the\ )?[A-Z]
    | of\ (?:the\ )?[A-Z] | ou\ [A-Z] | his(?:\ is|'s)?\ [A-Z]
    | hat(?:\ is|'s)?\ [A-Z] | \ here\b"""
)
_HAILED = _way(r"(?:[A-Z]?[a-z]+[,!.]\ )?(?:TITLE(?:FULL)|NAME\ NAME)[?\n]")
_SMALL = re.compile(r"(?:(?:hello|hi|hey)[,!.]? )?([a-z'-]{3,}) ([a-z'-]{3,})\?")
_RARE = 15_000_000
"""A word that is said more often in a trillion is not taken for a name."""
_BY_OTHERS = re.compile(
    r"""(?i)(?:\b(?:said|says?|saying|told|tells?|claim\w*|if|whether|when|did)\b[^.!?]*|["\u201c])$"""
)
_NAMES = re.compile(_PARTS["NAME"])
_NO_NAME = words_of(
    """afraid american august april british catholic christian december english february french
    friday german i i'm irish italian january july june march may mexican monday november october
    okay ok saturday september spanish sunday thursday tuesday wednesday
    right same over nothing back up down in out everyone everything not well all it now so
    sorry yes no good great thank thanks please the your our my what when where who
    how why because and but or if letter letters call calls money payment payments check checks
    just only really sure perfect fine somebody anybody nobody everybody anyone someone"""
)


def told_by_letters(text: str) -> Iterator[Signal]:
    """What a collector's turn does by its letters alone."""
    plain = straight(in_lines(text))
    small = _asked_for_small(plain)
    if small is not None:
        yield small
    if not (_PERHAPS.search(plain) or _HAILED.match(plain)):
        return
    for name, kind, way in _WAYS:
        match = way.search(plain)
        while match and (_no_names(match[0]) or _by_others(plain[: match.start()])):
            match = way.search(plain, match.end())
        if match:
            start, end = match.span()
            yield Signal(name, kind, 0, start, end, text[start:end])


def _asked_for_small(text: str) -> Signal | None:
    """Somebody asked for by a bare name in small letters: two words that are hardly ever said."""
    found = None if text != text.lower() else _SMALL.match(text)
    if found is None or any(lexicon().get(word, 0) > _RARE for word in found.groups()):
        return None
    start, end = found.span()
    return Signal("ask_right_party", "", 0, start, end, text[start:end])


def _no_names(found: str) -> bool:
    """Whether a capital in it is that of a word which is nobody's name."""
    return any(word.lower() in _NO_NAME for word in _NAMES.findall(found))


def _by_others(before: str) -> bool:
    """Whether the words before it give it to somebody else, or ask about it."""
    return _BY_OTHERS.search(before) is not None
