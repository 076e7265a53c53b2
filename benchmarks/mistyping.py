"""Words as fingers that slip type them, for measuring what is still understood."""

from random import Random

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def _beside(letter: str) -> str:
    for row in _ROWS:
        at = row.find(letter)
        if at >= 0:
            return row[max(0, at - 1) : at] + row[at + 1 : at + 2]
    return ""


def mistyped(text: str, share: float, chance: Random) -> str:
    """The text with that share of its letters hit beside the key, left out, doubled or swapped."""
    letters = list(text)
    for at, letter in enumerate(text):
        if not letter.isalpha() or not letter.isascii() or chance.random() >= share:
            continue
        slip = chance.randrange(4)
        if slip == 0:
            typed = chance.choice(_beside(letter.lower()))
            letters[at] = typed.upper() if letter.isupper() else typed
        elif slip == 1:
            letters[at] = ""
        elif slip == 2:
            letters[at] = letter * 2
        elif at + 1 < len(text):
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
    return "".join(letters)
