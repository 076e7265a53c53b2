"""Turns without a mark: where nobody writes any, a capital begins a sentence."""

import re

from language.names import words_of

_MARKED = re.compile(r"[?!;\n]|(?<!\d)\.|\.(?!\d)")
_ENDED = re.compile(r"[!;\n]|(?<!\d)\.|\.(?!\d)")
_OPENERS = words_of(
    """A About Absolutely After All And Any Anybody Anyone Anything Are As At Because Before Both
    But By Bye Can Can't Certainly Could Couldn't Did Didn't Do Does Doesn't Don't Each Either
    Everybody Everyone Everything Exactly First For From Give Glad Good Goodbye Great Has Have Hello
    Here How If In Instead Is Isn't It It's Its Just Let Let's Maybe My Next No Nobody Nothing Now
    Of Oh Okay On Once Only Or Otherwise Our Pay Perhaps Please Right Shall She Should So Some
    Somebody Someone Something Sorry Take Tell Thank Thanks That That's The Their Then There There's
    These They They'll They're This Those To Today Um Uh Unless Until Was Wasn't We We'll We're
    We've Well Were What What's When Where Whether Which While Who Whose Why Will With Without Won't
    Would Wouldn't Yeah Yes Yet You You'd You're You've You'll Your"""
)
_CAPITAL = re.compile(r"(?<=[a-z0-9,]) (?=([A-Z][a-z']*)(?![\w']))")
_AUX = (
    r"(?:can|could|will|would|shall|should|do|does|did|are|is|am|was|were|have|has|had|may|might)"
)
_BY_ORDER = re.compile(
    rf"""(?xi)\W*(?:(?:so|and|okay|alright|well|then|now|but|oh|hi|hello|sorry|yes|no|thanks
    |thank\ you)\W+)*
    (?:(?:can|could|would|should|shall|is|are|was|were|does|did|has)\ (?!not\b)[$£€\w]
    |(?:do|have|will|may)\ (?:you|i|we|they|he|she|anybody|anyone)\b
    |(?:what|how|why|who|when|where)(?:'s|'re|\ {_AUX})\b
    |(?:(?:on|at|by|from|in|until|for|to)\ )?(?:what|which|how)\ (?!you|i|we|he|she|they|it|that
    |this|to\b|the\b|an?\b
    |happen|made|went|changed)[\w']+(?:\ [\w']+){{0,3}}?\ {_AUX}\b
    |what\ (?:happens|happened|made|makes|changed|went|comes|goes)\b(?!\ (?:is|was)\b)
    |(?:on|at|by|from|in|until|for|to)\ (?:what|which)\b)"""
)


def has_no_marks(text: str) -> bool:
    """Whether nothing in a text ends a sentence."""
    return _MARKED.search(text) is None


def in_lines(text: str) -> str:
    """The text with each sentence on a line of its own, every character in its place.

    A capital may begin a name as well, so only words that begin sentences count.
    """
    if _ENDED.search(text):  # who writes nothing but question marks leaves the others out
        return text
    return _CAPITAL.sub(lambda found: "\n" if found[1] in _OPENERS else " ", text)


def asks_by_order(sentence: str) -> bool:
    """Whether a sentence without its mark begins as only a question does."""
    return _BY_ORDER.match(sentence) is not None


def with_marks(text: str) -> str:
    """The text with the marks that nobody wrote, every character in its place but for the last."""
    if not text or not has_no_marks(text):
        return text
    marked = (f"{one}{'?' if asks_by_order(one) else '.'}" for one in in_lines(text).split("\n"))
    return "".join(marked)
