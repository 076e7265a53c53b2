"""Regular forms of an English word, as far as the lexicon knows them."""

from language.spelling import lexicon

_VOWELS = "aeiou"


def regular_forms(word: str) -> tuple[str, ...]:
    """The word with its regular endings: `stop` gives stop, stops, stopped, stopping."""
    known = (form for form in sorted(_endings(word)) if form in lexicon())
    return (word, *known)


def _endings(word: str) -> set[str]:
    forms = {word + ending for ending in ("s", "es", "ed", "ing", "'s")}
    if word.endswith("e"):
        forms |= {word + "d", word[:-1] + "ing"}
    if word.endswith("ie"):
        forms.add(word[:-2] + "ying")
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        forms |= {word[:-1] + "ies", word[:-1] + "ied"}
    if len(word) > 2 and word[-1] not in _VOWELS + "wxy" and word[-2] in _VOWELS:
        forms |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    return forms - {word}
