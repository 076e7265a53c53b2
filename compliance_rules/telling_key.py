"""Which of several forms is meant in a rule file: each is known by its one telling key."""

from collections.abc import Sequence
from keyword import iskeyword
from typing import Any

from pydantic import Discriminator


def by_telling_key(what: str, keys: Sequence[str]) -> Discriminator:
    """Tells the forms of `what` (`a condition`) apart by the first of these keys that is there."""

    def key_of(content: Any) -> str | None:
        return next((key for key in keys if _has(content, key)), None)

    return Discriminator(
        key_of,
        custom_error_type="telling_key",
        custom_error_message=f"{what} has one of the keys {', '.join(keys)}",
    )


def _has(content: Any, key: str) -> bool:
    """Whether a file's mapping, or a form built from one, has the key."""
    if isinstance(content, dict):
        return key in content
    return hasattr(content, f"{key}_" if iskeyword(key) else key)
