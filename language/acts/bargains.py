"""Prices in bargaining: a price that is put forward, and agreeing to one.

What is weighed, measured or counted is no price ("a 2009 model", "80,000 miles", "5 feet"); nor
is one that is told of the past ("I paid 500 for it").
"""

import re
from collections.abc import Collection

_PRICE = re.compile(
    r"""(?x)(?:(?P<currency>[$£€]\ ?)|(?<![\w.,:/'-]))(?P<sum>\d{1,3}(?:,\d{2,3})+
    |\d+(?:\.\d+)?)(?P<thousands>\ ?k\b|\ grand\b|\ hundred\b|\ thousand\b)?
    (?P<money>\ ?(?:dollars?|bucks|usd|euros?|\$))?
    (?P<unit>\ ?(?:%|percent|(?:or\ so\ )?(?:miles?|mi\b|years?|yrs?|months?|days?|weeks?
    |hours?|hrs?|minutes?|mins?|inch(?:es)?|feet|foot|ft|lbs?|pounds|gb|tb|mb|mph|mpg|cc|hp|watts?
    |sq|square|bed(?:room)?s?|bath(?:room)?s?|people|times?|speeds?|am\b|pm\b|o'?clock|x\b|st\b
    |nd\b|rd\b|th\b|"|'\w?|mm|cm|model|chairs?|doors?|seats?|pieces?|of\ them|others?|owners?
    |keys?|sets?|pairs?|cars?|bikes?|\w*\ (?:years?|miles?|feet|inches|pounds|hours|months
    |minutes)\ ?(?:old|away)?)\b))?(?![\w-]|[.,:/]\d)"""
)
_ASKS = re.compile(r"(?<!deal)(?<!right)(?<!okay)(?<!ok)\?")
_YEAR = re.compile(r"(?:19[4-9]|20[0-3])\d")
_OF_A_YEAR = re.compile(r"\b(?:a|an|in|from|since|the|of|is|'s)\ $")
_GOES_ON = re.compile(
    r"\W*(?:$|[.?!,;]|(?:for|if|and|but|cash|in|on|with|or|would|then|total|a|per|right|today"
    r"|since|deal|at|each|to|max|because|as|tops?)\b)"
)
_PUTS = re.compile(
    r"""(?x)\b(?:how\ about|what\ about|what\ if|would|could|can|can't|will|willing|offer|take
    |accept|do|go|going|give|pay|sell|let|lower|lowest|least|highest|most|max\w*
    |afford|budget|meet|middle|split|drop|down|up\ to|deal|settle|price|asking|looking|want
    |need|for|at|cash|consider|agree|make\ it|come|start|get|have|only|final|best|reduce|knock
    |off|throw|say|around|about|more\ like|fair|range|bring|is\ too|firm)\b"""
)
_PAST = re.compile(
    r"\b(?:paid|bought|cost me|costs?|retail\w*|worth|valued?|listed|originally"
    r"|new (?:for|at|it)|was asking|sells? for|goes for|deposit|fee|charged)\b[^.?!]{0,25}$"
)
_ALONE = re.compile(
    r"\W*(?:(?:ok|okay|well|no|hmm|so|then|and|but|ill|i'll|alright|fine|lets|say)\W+)*"
    r"[$£€]?\ ?[\d.,]+k?\ ?(?:dollars|bucks)?\W*(?:\w+\W*){0,4}$"
)
_AGREES = re.compile(
    r"""(?x)\b(?:deal|sold|agreed?|i(?:'ll|\ will|ll)\ (?:take|buy|accept|do)\ (?:it|that|this
    |the)|i\ (?:accept|agree)|(?:that|it|this)(?:'s|\ is|s)?\ (?:will|would|should|'ll
    |can)?\ ?(?:works?|fine|fair|great|good|perfect|a\ deal|reasonable|do\ it|doable|acceptable
    |be\ (?:fine|great|good|perfect))
    |sounds?\ (?:good|great|fair|like\ a\ (?:deal|plan)|perfect|reasonable|fine)|(?:you|we
    |you've|we've)(?:\ have|'ve)?\ (?:got\ |have\ )?(?:yourself\ )?a\ (?:\w+\ )?deal
    |it's\ yours|its\ yours|all\ yours|works\ for\ me
    |(?:can|could|i'll|ill)\ live\ with|suits\ (?:me|us)|make\ (?:that|it)\ work|go\ on\ then
    |i(?:'m|m|\ am)\ in|acceptable|can\ do\ (?:that|it)|could\ do\ that|fair\ enough
    |see\ you\ (?:then|soon|there|tomorrow|at|in)|come\ (?:and\ )?(?:get|pick)
    |pick\ (?:it|them)\ up|when\ can|let's\ do\ (?:it|that)
    |lets\ do\ (?:it|that)|happy\ to|you're\ welcome|pleasure)\b"""
)
_BRIEF_YES = re.compile(
    r"""(?x)\W*(?:(?:lol|lmao|ha|haha|aw|oh|well)\b\W*)*(?:(?:k|ok|okay|okey|yes|yep|yea|yeah|sure
    |great|perfect|awesome|alright|cool|excellent|fine|good|absolutely|thanks?|thank\ you|that
    |wonderful|done|yay|you|so|much)\b\W*)+"""
)
_TAKES_BACK = re.compile(
    r"\b(?:but|if|can't|cannot|unfortunately|however"
    r"|too (?:low|high|much)|not|no deal|unless|only if|don't)\b"
)
_STANDS_FIRM = re.compile(
    r"\b(?:firm|final|lowest|least|highest|most|best|only|asking|listed|still|under|month)\b"
)
_LEAST, _BRIEF, _TIMES = 5, 12, 3


def prices(said: str, table: Collection[str] = ()) -> tuple[str, ...]:
    """The prices that a text in plain words puts forward, to those that are on the table."""
    return tuple(
        _sum(one) for one in _PRICE.finditer(said) if _is_price(said, one, frozenset(table))
    )


def _sum(one: "re.Match[str]") -> str:
    return one["sum"].replace(",", "").rstrip(".")


def agreeing(said: str) -> tuple[str, ...]:
    """How a text in plain words sounds agreed, and whether it takes that back."""
    ways = {
        "agrees": _AGREES.search(said),
        "takes back": _TAKES_BACK.search(said),
        "brief yes": _BRIEF_YES.match(said),
    }
    return tuple(way for way, found in ways.items() if found) or ("no word of it",)


def _is_price(said: str, one: "re.Match[str]", table: frozenset[str]) -> bool:
    marked = bool(one["currency"] or one["money"] or one["thousands"])
    if one["unit"] and not one["currency"]:
        return False
    if _PAST.search(said, max(0, one.start() - 60), one.start()):
        return False
    if marked:
        return True
    if float(_sum(one)) < _LEAST or _is_year(said, one):
        return False
    puts = _PUTS.search(said) is not None or _ALONE.match(said) is not None
    return puts or any(_is_like(float(_sum(one)), float(named)) for named in table)


def _is_like(number: float, price: float) -> bool:
    """Whether it may be another price for the same thing: "200 and the bench is yours"."""
    return price / _TIMES <= number <= price * _TIMES


def _is_year(said: str, one: "re.Match[str]") -> bool:
    if not _YEAR.fullmatch(one["sum"]):
        return False
    return bool(_OF_A_YEAR.search(said, 0, one.start())) or not _GOES_ON.match(said, one.end())


def offers(said: str, before: str = "") -> bool:
    """Whether it puts a price forward, rather than agreeing to the one that was just named."""
    named = prices(before)
    put = prices(said, named)
    return bool(put) and not (set(put) <= set(named) and agrees(said, before))


def agrees(said: str, before: str = "") -> bool:
    """Whether it agrees to what is on the table; a new price, a "but" or a question does not."""
    named = prices(before)
    put = prices(said, named)
    if _ASKS.search(said) or any(price not in named for price in put):
        return False
    if _AGREES.search(said) and not _TAKES_BACK.search(said):
        return True
    brief = len(said.split()) <= _BRIEF and not _TAKES_BACK.search(said)
    on_table = bool(named) or _AGREES.search(before) is not None
    repeats = bool(put) and not _STANDS_FIRM.search(said)
    return brief and on_table and (repeats or _BRIEF_YES.match(said) is not None)
