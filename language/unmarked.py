"""Turns without a mark: where nobody writes any, a capital begins a sentence."""

import re

from language.names import words_of

_MARKED = re.compile(r"[.?!;\n]")
_OPENERS = words_of(
    """A After All And Are As At Because But By Bye Can Could Do Does Did For From Goodbye Have
    Hello How If In Is It It's Its Let Let's My No Now Of Oh Okay On Once Our Please Right
    So Sorry Thank Thanks That That's The Then There There's These They This To Um Uh Was We
    We'll We're We've Well What What's When Where Which Who Why With Would Yes You You're
    You've You'll Your"""
)
_CAPITAL = re.compile(r"(?<=[a-z0-9,]) (?=([A-Z][a-z']*)(?![\w']))")


def has_no_marks(text: str) -> bool:
    """Whether nothing in a text ends a sentence."""
    return _MARKED.search(text) is None


def in_lines(text: str) -> str:
    """The text with each sentence on a line of its own, every character in its place.

    A capital may begin a name as well, so only words that begin sentences count.
    """
    if not has_no_marks(text):
        return text
    return _CAPITAL.sub(lambda found: "\n" if found[1] in _OPENERS else " ", text)
