"""Cutting a turn into words: spaCy's English tokeniser, with words read as people type them."""

from collections.abc import Callable
from typing import Any

import spacy
from spacy.attrs import NORM, ORTH  # type: ignore[import-not-found]  # compiled, without a stub
from spacy.tokens import Doc

from language.names import words_of
from language.spelling import MASKED, short_forms

# What a contracted word stands for after a pronoun: "what's", "we'd", "im".
_CONTRACTED = {"s": "is", "d": "would", "m": "am", "ll": "will", "ve": "have", "re": "are"}
_OPEN = ("is", "would")  # else it may be an owner's, a "has", a "had"
_SUBJECTS = words_of(
    """i you he she it we they that this what who where when how why there here everything
    something nothing everyone someone nobody"""
)


Tokeniser = Callable[[str], Doc]


def build_tokeniser(read_form: Callable[[str], str]) -> Tokeniser:
    """A pipeline of nothing but the tokeniser, whose NORM of a word is what `read_form` says."""
    nlp: Any = spacy.blank("en")
    nlp.vocab.lex_attr_getters[NORM] = read_form
    for known in nlp.vocab:  # words of spaCy's own rules are in the vocabulary already
        if known.is_alpha:
            known.norm_ = read_form(known.text)
    nlp.tokenizer.token_match = MASKED.fullmatch
    rules = dict(nlp.tokenizer.rules)
    for form, pieces in short_forms().split.items():
        rules.update(_split_rules(form, pieces))
    rules = {**_in_capitals(rules), **rules}
    nlp.tokenizer.rules = {form: _plain(pieces) for form, pieces in rules.items()}
    tokeniser: Tokeniser = nlp.tokenizer
    return tokeniser


def _split_rules(form: str, pieces: str) -> dict[str, list[dict[int, str]]]:
    pairs = [piece.split(">") for piece in pieces.split()]
    lower = [{ORTH: typed, NORM: word} for typed, word in pairs]
    first = {**lower[0], ORTH: lower[0][ORTH].capitalize()}
    return {form: lower, form.capitalize(): [first, *lower[1:]]}


def _in_capitals(rules: dict[str, list[dict[int, Any]]]) -> dict[str, list[dict[int, Any]]]:
    """Contractions as they are shouted: "WE WON'T" takes back as much as "we won't"."""
    return {
        form.upper(): [{NORM: piece[ORTH], **piece, ORTH: piece[ORTH].upper()} for piece in pieces]
        for form, pieces in rules.items()
        if form.islower() and {"'", "\u2019"} & set(form)
    }


def _plain(pieces: list[dict[int, Any]]) -> list[dict[int, Any]]:
    """The exceptions of spaCy leave `'s` and `'d` open; after a pronoun they are words."""
    if len(pieces) == 1:
        return [{**pieces[0], NORM: _without_stop(pieces[0])}]
    after_subject = pieces[0][ORTH].lower() in _SUBJECTS
    return [pieces[0], *(_full(piece, after_subject) for piece in pieces[1:])]


def _full(piece: dict[int, Any], after_subject: bool) -> dict[int, Any]:
    full = _CONTRACTED.get(piece[ORTH].strip("'\u2019").lower())
    return {**piece, NORM: full} if full and (after_subject or full not in _OPEN) else piece


def _without_stop(piece: dict[int, Any]) -> str:
    norm = str(piece.get(NORM, piece[ORTH].lower()))
    return norm[:-1] if norm.endswith(".") and norm[:-1].isalpha() else norm
