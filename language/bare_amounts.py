"""Whether a number without a currency is an amount: "I can do fifty", but not "apartment fifty"."""

import re
from collections.abc import Sequence

from language.calendar_words import MONTH, WEEKDAY
from language.figures import Figure
from language.line import Line, Span, any_of

_PERIOD = any_of(
    "weeks? wks? months? mnth mths? mo years? yrs? quarter fortnight pay_?days? pay_?checks?"
)
RATE = (
    rf"(?:(?:a|an|per|each|every|/)(?: (?:other|second|single|N\d+|O\d+|couple(?: of)?))? "
    rf"(?:{_PERIOD}|{WEEKDAY})s?|(?:bi|semi)?(?: - )?(?:weekly|monthly)|fortnightly|quarterly"
    r"|every|each|twice a|once a)"
)
_SOFTENER = any_of(
    """only just about around like maybe roughly another an extra almost nearly probably perhaps
    say even at least most up to more no not than less under over close something somewhere
    between a the that this your my full first initial minimum you me them us him it uh um
    er with in back out off down together toward towards possibly approximately either for
    all guys - ,"""
)
_VERB = any_of(
    """pay pays paid paying do doing afford manage offer offered send sending sent put make swing
    spare scrape come_up start starting go handle give take accept settle owe owes owed cost
    costs save borrow lend lent earn bring_home take_home get gets getting got have had need
    want wants wanted ask asked asking said see try charged set throw drop cut lower reduce
    knock call how_about what_about spend stretch good commit round bump increase find clear
    cover agree agreed keep leave budget maybe say
    between think thinking does taking accepting sell selling closer below above over as_high_as
    as_low_as feel meant ment mean"""
)
_NOUN = any_of(
    """rent balance payments? total amount bills? fees? income pay_?check check salary wages?
    mortgage deposit minimum max maximum limit offer budget settlement figure instal\\w+
    electric groceries gas insurance childcare daycare utilities unemployment benefits?
    pension ssi arrears due most best least all highest lowest refund phone sum rate
    arrangement plan charge debt price range deal middle line"""
)
_LED_TO = re.compile(
    rf"(?:(?:^| )(?:{_VERB}|up to|down to)(?: {_SOFTENER}){{0,4}}"
    rf"|(?:^| ){_NOUN}(?: [a-z']+){{0,4}} (?:is|are|was|were|be|being|of|at|to|for|comes to|as)"
    rf"(?: {_SOFTENER}){{0,3}}) $"
)
_THING = any_of(
    """number # no_\\. account acct code zip zipcode postcode ext extension option press line apt
    apartment unit suite room box route highway page section chapter form ending digits
    last_N\\d+ ssn social age aged case ref reference channel floor flat house since year
    born turned turning i'm im i_am he's she's he_is she_is over_the_age_of street building
    bus cvv pin exp expiring gate level step phase invoice invoices order"""
)
_NUMBER_OF_A_THING = re.compile(rf"(?:^| ){_THING}(?: number)?(?: is| in| are| of| :| #)* $")
_CLOCK = re.compile(
    r"(?:^| )(?:(?<!it )(?<!set )at|by|until|till|til|before|after|around"
    r"|(?<!how )(?<!what )about) $"
)
_IS_IT = re.compile(r" (?:is|would|will do|sounds?|works?|and (?:i|we|it|that's|you))(?= |$)")
_IS = re.compile(r"(?:^| )(?:is|are|it's|that's|was|at|around|about|by) $")
_UNIT = any_of(
    """weeks? months? days? years? hours? hrs? minutes? mins? seconds? kids? children people times?
    percent per_cent % am pm o'clock"""
)
_COUNTED = re.compile(rf"(?:(?: (?:or|to|and|-|,|maybe))+ N\d+)*(?: -)? {_UNIT}(?= |$)")
_TAKEN_FURTHER = re.compile(
    rf"(?: {RATE}| (?:down|up front|upfront|today|tomorrow|right now|now|tops|max|ish|or so|at most"
    r"|at the most|instead|extra|towards?|this (?:week|month)|next (?:week|month)|apiece|a pop"
    rf"|on (?:the )?(?:O\d+|D|{WEEKDAY}|{MONTH})|by (?:the )?(?:O\d+|D|{WEEKDAY})))(?= |$)"
)
_GOES_ON = any_of(
    """or and to but if because cos so then when until till til on by before after from for at
    towards? with right now today tomorrow tonight down up out is was would will could can
    works? that that's i i'd i'll i'm you you'd we we'd he she they it it's max tops ish
    more extra please pls maybe though tho instead rather the this next last starting
    beginning online over minimum off of_it of_that of_the back left okay ok yeah yes no not
    like probably just only in as via through total altogether all short due here my good
    fine sounds? how what first thanks? sir ma'am honestly really across plus payment
    deposit fee charge bill instal\\w+ balance settlement are a each most per rn atm
    dollars?"""
)
_MAY_FOLLOW = re.compile(rf"$| [.,;:!?)\"…—]| - (?=N)| (?:{RATE}|{_GOES_ON})(?= |$)")
_HESITATION = any_of(
    """maybe um uh er erm hmm hm well so ok okay yeah yes yep no like about around say just only
    perhaps probably i_guess i_think i_suppose i_mean or and to at_most at_least max tops
    please then how_about what_about make_it call_it let's_say lets_say possibly roughly
    i_don't_know i_dont_know idk dunno fine alright deal even up_to between - if_that ish
    or_so what_if not_even more_than less_than not N\\d+"""
)
_HEDGED = re.compile(
    r"\b(?:maybe|about|around|say|probably|perhaps|up to|or so|tops|max|if that)\b"
)
_ALONE = re.compile(rf"(?:{_HESITATION} ?)+")
_STOP = re.compile(r"[.,;:!?()\"…—]")


def is_bare_amount(line: Line, place: Span, taken: Sequence[Span], identifier: bool) -> bool:
    """Whether the figure at `place` is an amount by the company it keeps.

    `taken` are the places of rhythms and days: a number right before one is an amount.
    `identifier` says that an identifier was just asked for, so that only a rate makes an amount.
    """
    start, end = place
    figure = line.figure(line.text[start:end])
    text = line.text
    before, after = text[max(0, start - 60) : start], text[end : end + 30]
    led_on = any(end + 1 == begin for begin, _ in taken)
    further = led_on or _TAKEN_FURTHER.match(after)
    if _NUMBER_OF_A_THING.search(before) or figure.value < 5:
        return False
    rate = led_on or re.match(rf" {RATE}(?= |$)", after)
    if identifier:
        return bool(rate)
    if _COUNTED.match(after) or (not rate and _CLOCK.search(before) and _may_be_time(figure)):
        return False
    if further and (figure.value >= 10 or rate):
        return True
    led = _LED_TO.search(before) or (len(figure.parts) > 1 and not _IS.search(before))
    if figure.value >= 10 and led and _MAY_FOLLOW.match(after):
        return not _is_year(figure, before)
    if figure.value > 12 and _begins(text, start) and _IS_IT.match(after):
        return True
    return figure.value >= 10 and _stands_alone(text, start, end, figure)


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins here."""
    return start == 0 or _STOP.match(text, start - 2) is not None


def _may_be_time(figure: Figure) -> bool:
    """`at five`, `around ten thirty`."""
    if len(figure.parts) == 2:
        return figure.parts[0] <= 12 and figure.parts[1] in {15, 30, 45}
    return figure.value <= 12


def _is_year(figure: Figure, before: str) -> bool:
    return not figure.spelled and 1950 <= figure.value < 2100 and before.endswith(" in ")


def _stands_alone(text: str, start: int, end: int, figure: Figure) -> bool:
    """`Fifty, maybe.`: nothing but hesitation around it; a bare 1234 is more likely a code.

    With its cents written out it is none.
    """
    first = max((stop.end() for stop in _STOP.finditer(text, 0, start)), default=0)
    last = _STOP.search(text, end)
    segment = text[first : last.start() if last else len(text)].strip()
    in_cents = figure.value.as_tuple().exponent == -2
    if figure.value >= 1000 and not (figure.spelled or in_cents) and figure.value % 100:
        return bool(_HEDGED.search(text[first : end + 10]) and _ALONE.fullmatch(segment))
    return _ALONE.fullmatch(segment) is not None
