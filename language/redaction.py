"""Masking what may name a real person: names and numbers, before a turn leaves this computer.

What is known to be made up (the words and numbers of a scenario) stays; amounts, rhythms and days
near the call stay, since a talk about paying is made of them. In doubt a word is masked: whoever
reads the turn then has to understand it without that word.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import chain

from language.calendar_words import MONTHS, WEEKDAYS
from language.names import words_of
from language.reading import Reading
from language.speakable import SOUNDS
from language.spelling import lexicon
from language.wording import straight

NAME, NUMBER, ADDRESS = "[name]", "[number]", "[address]"

Span = tuple[int, int]

_NEAR = 400  # days; nobody is born or agrees to pay further away than that
_SHORTEST = 5  # digits of a number by which somebody could be found
_COMMON = 12_000  # so common a word at the beginning of a sentence is hardly a name
_NET = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+", re.IGNORECASE)
_DIGITS = re.compile(r"\d(?:[\d\s().,/-]*\d)?")
_SPELLED = re.compile(
    r"\b(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)\b[\s,-]*){5,}",
    re.IGNORECASE,
)
_CAPITAL = re.compile(
    r"\b[A-Z][a-z']*[a-z](?:[A-Z][a-z]+)?\b|\b[A-Z]{2,}\b|(?<=[A-Z][a-z] )[A-Z]\."
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")
_INTRODUCED = re.compile(
    r"""(?ix)\b(?:my\ name\ is | my\ name's | name's | this\ is | i\ am | i'm | it's | call\ me
    | mr\.? | mrs\.? | ms\.? | miss | dr\.? | speak(?:ing)?\ (?:to|with) | here\ is )\s+
    ((?:[a-z][a-z'-]+)(?:\s+[a-z][a-z'-]+)?)"""
)
_BEGINS = re.compile(r"(?:^|[.?!:\"…]\s*|\n\s*)$")
_NO_NAME = (
    words_of(
        """i i'm i'll i'd i've mr mrs ms miss dr sir ma'am ok okay usd gbp ssn us usa uk pin id atm
        tv cfpb fdcpa english spanish american british god christmas easter thanksgiving visa
        mastercard paypal"""
    )
    | SOUNDS
    | frozenset(MONTHS)
    | frozenset(WEEKDAYS)
)


class Known:
    """Words and numbers that may stay because they are nobody's: those of a scenario."""

    def __init__(self, texts: Iterable[str]) -> None:
        told = " ".join(texts)
        words = {word.lower() for word in _WORD.findall(straight(told))}
        self.words = frozenset(words.union(*(word.split("-") for word in words)))
        self.numbers = frozenset(_runs(told))


def redacted(
    reading: Reading,
    known: Known,
    names: Iterable[str] = (),
    today: date | None = None,
    *,
    identifiers: bool = False,
) -> str:
    """The turn with what may be somebody's masked; `names` are masked wherever they stand.

    `identifiers`: what is read as one goes too, in letters as well: "March fourth, eighty-eight".
    """
    text = straight(reading.turn.text)
    own = frozenset(part.lower() for name in names for part in _WORD.findall(name)) - known.words
    masked: list[tuple[int, int, str]] = []
    numbers = _numbers(text, known, _meant(reading, today))
    told = _identifiers(reading, today) if identifiers else ()
    for one in chain(_net(text), told, numbers, _names(text, known, own)):
        if not any(_meet(one, other) for other in masked):
            masked.append(one)
    for start, end, mask in sorted(masked, reverse=True):
        text = text[:start] + mask + text[end:]
    return re.sub(r"(\[name\])(?:[\s.-]+\[name\])+", r"\1", text)


def redacted_call(readings: Sequence[Reading], today: date | None = None) -> tuple[str, ...]:
    """The turns of a call of real people: a name by which somebody came in is masked everywhere."""
    nobody = Known(())
    names = sorted({name for one in readings for name in names_introduced(one, nobody)})
    return tuple(redacted(one, nobody, names, today, identifiers=True) for one in readings)


def names_introduced(reading: Reading, known: Known) -> frozenset[str]:
    """The names by which a speaker says who they are, however they are written."""
    found = _INTRODUCED.finditer(straight(reading.turn.text))
    words = (word for match in found for word in match[1].lower().split()[:2])
    return frozenset(word for word in words if not _everyday(word) and word not in known.words)


def is_first_name(word: str) -> bool:
    """Whether a word in lower case is a name that many people have, and hardly anything else."""
    return word in _FIRST_NAMES and word not in _ALSO_WORDS


_ALSO_WORDS = words_of(
    """long price bell brooks reed wood gray hill young ward page cook foster powell mark grace joy
    will hope may june baker parker carter turner walker fisher cooper bailey martin barnes virginia
    madison jordan austin tyler chase wells"""
)


def _net(text: str) -> Iterator[tuple[int, int, str]]:
    return ((*match.span(), ADDRESS) for match in _NET.finditer(text))


def _identifiers(reading: Reading, today: date | None) -> Iterator[tuple[int, int, str]]:
    """What tells who somebody is, and days on which nobody pays any more."""
    for signal in reading.all("gives_identifier"):
        yield signal.start, signal.end, ADDRESS if signal.kind == "address" else NUMBER
    for one in reading.dates:
        if one.day is not None and (today is None or abs((one.day - today).days) > _NEAR):
            yield one.start, one.end, NUMBER


def _numbers(text: str, known: Known, meant: tuple[Span, ...]) -> Iterator[tuple[int, int, str]]:
    for match in _DIGITS.finditer(text):
        long = sum(letter.isdigit() for letter in match[0]) >= _SHORTEST
        if (
            long
            and not _inside(match.span(), meant)
            and not known.numbers.issuperset(_runs(match[0]))
        ):
            yield (*match.span(), NUMBER)
    yield from ((*match.span(), f"{NUMBER} ") for match in _SPELLED.finditer(text))


def _meant(reading: Reading, today: date | None) -> tuple[Span, ...]:
    """Where the turn speaks of amounts, of rhythms, and of days that tell of nobody's birth."""
    days = [
        (one.start, one.end)
        for one in reading.dates
        if one.day is not None and today is not None and abs((one.day - today).days) <= _NEAR
    ]
    money = [(one.start, one.end) for one in reading.money]
    rhythms = [(one.start, one.end) for one in reading.schedules]
    return (*money, *rhythms, *days)


def _names(text: str, known: Known, own: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    for match in _WORD.finditer(text):
        word = match[0].lower()
        bare = word.removesuffix("'s")
        if bare in own:
            yield (match.start(), match.start() + len(bare), NAME)
    for match in _CAPITAL.finditer(text):
        bare = match[0].lower().removesuffix("'s").rstrip(".'")
        begins = _BEGINS.search(text[: match.start()]) is not None
        harmless = bare in known.words or bare in _NO_NAME or (begins and _everyday(bare))
        if not harmless and "'" not in bare:
            yield (match.start(), match.start() + len(bare), NAME)


def _everyday(word: str) -> bool:
    return word in _common_words() or "'" in word


@cache
def _common_words() -> frozenset[str]:
    return (
        frozenset(sorted(lexicon(), key=lexicon().__getitem__, reverse=True)[:_COMMON])
        - _FIRST_NAMES
    )


# Names that are common words of English text because so many people have them.
_FIRST_NAMES = words_of(
    """james john robert michael william david richard joseph thomas charles christopher daniel
    matthew anthony donald steven paul andrew joshua kenneth kevin brian george timothy ronald
    edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon
    benjamin samuel gregory alexander patrick jack dennis jerry tyler aaron jose adam nathan henry
    douglas zachary peter kyle noah ethan jeremy walter keith roger terry sean austin carl arthur
    lawrence jesse dylan bryan joe jordan billy bruce albert gabriel logan alan juan wayne roy ralph
    randy eugene vincent russell louis philip bobby johnny bradley mary patricia jennifer linda
    elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly
    emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia
    kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine
    debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia
    victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha
    gloria teresa ann sara madison frances kathryn janice jean alice abigail julia judy sophia grace
    denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte
    marie kayla alexis lori smith johnson williams jones davis miller wilson anderson taylor moore
    jackson martin lee thompson harris clark lewis robinson walker allen wright adams nelson hill
    campbell mitchell roberts carter phillips evans turner parker collins edwards stewart morris
    murphy cook rogers morgan peterson cooper reed bailey bell gomez kelly howard ward cox diaz
    richardson wood watson brooks bennett gray james reyes cruz hughes price myers long foster
    sanders ross morales powell sullivan russell ortiz jenkins gutierrez perry butler barnes fisher
    dana wells chris mike dave tom bob jim steve mark luke matt ben sam dan greg tony kim pat alex
    max leo eva ana nina kate jane anne lucy sue rosa carlos luis ali omar ahmed mohammed priya ravi
    wei chen wang singh khan garcia martinez rodriguez lopez hernandez gonzalez perez sanchez
    ramirez torres nguyen"""
)


def _runs(text: str) -> Iterator[str]:
    return (match[0] for match in re.finditer(r"\d+", text))


def _inside(span: Span, spans: Iterable[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def _meet(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
