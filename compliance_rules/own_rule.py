"""A rule of the house's own as its file has it, small enough to go to another process."""

from typing import NamedTuple


class OwnRule(NamedTuple):
    """Its pack and id, which its place says, what the file says, and what errors call the file."""

    pack: str
    id: str
    content: str
    file: str


OwnRules = tuple[OwnRule, ...]
