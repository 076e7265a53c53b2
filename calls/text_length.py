"""How long a text message is: one part of it holds what its alphabet lets it (3GPP TS 23.038)."""

from dataclasses import dataclass

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""The alphabet of telephones, seven bits a sign."""
_TWICE = frozenset("\f^{}\\[~]|€")
"""Signs of it that need two places."""
_BASIC_HOLDS, _WIDE_HOLDS = (160, 153), (70, 67)
"""What a text holds in that alphabet, whole and as one of several; and in any other."""


@dataclass(frozen=True)
class TextLength:
    """So many places, in so many parts, each of `part_holds`; `foreign` are the signs that cost."""

    places: int
    parts: int
    part_holds: int
    foreign: tuple[str, ...]


def text_length(text: str) -> TextLength:
    """How long a text is; one sign outside the alphabet of telephones makes every part shorter."""
    foreign = tuple(dict.fromkeys(sign for sign in text if sign not in _BASIC | _TWICE))
    whole, part = _WIDE_HOLDS if foreign else _BASIC_HOLDS
    widths = [_width(sign, in_basic=not foreign) for sign in text]
    places = sum(widths)
    if places <= whole:
        return TextLength(places, 1 if text else 0, whole, foreign)
    return TextLength(places, _packed(widths, part), part, foreign)


def _width(sign: str, *, in_basic: bool) -> int:
    """Places of one sign: an emoji takes two of the wide ones."""
    return 1 + (sign in _TWICE if in_basic else ord(sign) > 0xFFFF)


def _packed(widths: list[int], part: int) -> int:
    """How many parts: no sign is cut in two."""
    parts, room = 1, part
    for width in widths:
        if width > room:
            parts, room = parts + 1, part
        room -= width
    return parts
