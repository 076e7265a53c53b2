"""Numbers as people say them, for oracles: written without a look at how they are read."""


def _list(words: str) -> list[str]:
    return words.split()


_SMALL = _list(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen"""
)
_TENS = _list("- - twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = _list(
    """- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
)


def in_words(number: int, *, hyphen: bool = True, joined: bool = True) -> str:
    """A whole number below a million as people say it; `joined` says "hundred and fifty"."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (("-" if hyphen else " ") + _SMALL[ones] if ones else "")
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    head, rest = divmod(number, size)
    words = f"{in_words(head, hyphen=hyphen, joined=joined)} {name}"
    if not rest:
        return words
    link = " and " if joined and rest < 100 else " "
    return words + link + in_words(rest, hyphen=hyphen, joined=joined)


def nth(number: int, *, spelled: bool, hyphen: bool = True) -> str:
    """3 as "3rd" or "third"."""
    if not spelled:
        ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10)
        return f"{number}{ending or 'th'}"
    if number <= 20:
        return _ORDINALS[number]
    tens, ones = divmod(number, 10)
    if not ones:
        return _TENS[tens][:-1] + "ieth"
    return _TENS[tens] + ("-" if hyphen else " ") + _ORDINALS[ones]
