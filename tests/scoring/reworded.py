"""The same acts in other words and other writing: what must not move a mark of empathy."""

import re
from collections.abc import Callable, Mapping
from random import Random

from benchmarks.mistyping import mistyped
from calls.turn import Speaker, Transcript

SLIPS = 0.02
"""Letters that are mistyped, of all."""
SLIPS_IN_LONG, LONG = 0.03, 8
"""Letters that are mistyped in long words alone, and from how many letters on a word is long."""
_SHORT = {
    "i am": "I'm",
    "it is": "it's",
    "that is": "that's",
    "you are": "you're",
    "we are": "we're",
    "i will": "I'll",
    "we will": "we'll",
    "you have": "you've",
    "i have": "I've",
    "do not": "don't",
    "does not": "doesn't",
    "did not": "didn't",
    "is not": "isn't",
    "cannot": "can't",
    "will not": "won't",
    "would not": "wouldn't",
    "what is": "what's",
    "there is": "there's",
    "let us": "let's",
}
_REGIONAL = {
    "thank you for": "cheers for",
    "thanks for": "ta for",
    "hard": "rough",
    "a lot": "an awful lot",
    "going to": "gonna",
    "want to": "wanna",
    "yes": "aye",
    "mother": "mum",
    "really": "proper",
    "program": "programme",
    "understand": "understand, love",
}
_FOREIGN = {
    "does": "do",
    "sounds": "sound",
    "makes": "make",
    "comes": "come",
    "worries": "worry",
    "weighs": "weigh",
    "has": "have",
    "the": "",
    "a": "",
    "an": "",
}
_NAMES = {
    "Ana Reyes": "Thandiwe Nkosi",
    "Reyes": "Nkosi",
    "Ana": "Thandiwe",
    "Dana Wells": "Piotr Zielinski",
    "Dana": "Piotr",
    "Harbor Recovery": "Kestrel Accounts",
    "Ms.": "Mr.",
}


def _swapped(words: Mapping[str, str]) -> Callable[[str], str]:
    """Each of these words or word groups by its other form, with the capital it had."""
    longest = sorted(words, key=len, reverse=True)
    found = re.compile(r"\b(?:" + "|".join(map(re.escape, longest)) + r")(?![\w'])", re.IGNORECASE)
    lower = {word.lower(): other for word, other in words.items()}

    def swap(text: str) -> str:
        def other(match: re.Match[str]) -> str:
            new = lower[match[0].lower()]
            return new[:1].upper() + new[1:] if match[0][:1].isupper() else new

        return re.sub(r" {2,}", " ", found.sub(other, text)).strip()

    return swap


def _with_fillers(text: str) -> str:
    words = text.split()
    parts = [f"uh, {word}" if n % 7 == 6 else word for n, word in enumerate(words)]
    return f"Um, {' '.join(parts)}"


def _misspelled(text: str) -> str:
    return mistyped(text, SLIPS, Random(text))


WAYS: dict[str, Callable[[str], str]] = {
    "names": _swapped(_NAMES),
    "contractions": _swapped(_SHORT),
    "written out": _swapped({short: long for long, short in _SHORT.items()}),
    "fillers": _with_fillers,
    "no punctuation": lambda text: re.sub(r"(?<!\d)[.,]|[.,](?!\d)|[^\w\s'$£€%@.,-]", "", text),
    "no capitals": str.lower,
    "misspelling": _misspelled,
    "non-native grammar": _swapped(_FOREIGN),
    "regional wording": _swapped(_REGIONAL),
}
"""Each way of putting the same, by the word the plan has for it."""


_LONG_FORMS = {
    "I'm": "I am",
    "I'll": "I will",
    "I'd": "I would",
    "don't": "do not",
    "it's": "it is",
    "It's": "It is",
    "that's": "that is",
    "That's": "That is",
    "can't": "cannot",
    "you're": "you are",
    "We'll": "We will",
    "we'll": "we will",
    "won't": "will not",
    "What's": "What is",
}


def _long(text: str) -> str:
    return " ".join(_LONG_FORMS.get(word, word) for word in text.split(" "))


def _short(text: str) -> str:
    for short, long in _LONG_FORMS.items():
        text = text.replace(f"{long} ", f"{short} ")
    return text


def _filled(text: str) -> str:
    return text.replace(", ", ", um, ", 1) if ", " in text else f"Uh, {text}"


def _long_words_misspelled(text: str) -> str:
    chance = Random(text)
    words = text.split(" ")
    return " ".join(mistyped(w, SLIPS_IN_LONG, chance) if len(w) >= LONG else w for w in words)


ALL_WAYS = {name: way for name, way in WAYS.items() if name != "misspelling"} | {
    "misspelling of long words": _long_words_misspelled,
    "long forms": _long,
    "short forms": _short,
    "a filler": _filled,
    "no commas": lambda text: text.replace(",", ""),
    "no full stop": lambda text: text.removesuffix("."),
    "capitals": str.upper,
    "another name": lambda text: text.replace("Dana Wells", "Oluwaseun Okonkwo-Bright"),
}
"""Those ways and further ones, for all dimensions."""


def put_otherwise(call: Transcript, way: Callable[[str], str]) -> Transcript:
    """The call with every collector's turn put in another way; theirs stay as they are."""
    turns = tuple(
        turn.model_copy(update={"text": way(turn.text) or turn.text})
        if turn.speaker is Speaker.COLLECTOR
        else turn
        for turn in call.turns
    )
    return call.model_copy(update={"turns": turns})
