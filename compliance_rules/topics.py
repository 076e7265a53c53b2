"""What rules are about, so that people find them."""

from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from calls.turn import Frozen
from compliance_rules.rule import Rule
from datafiles import load_file

_FILE = Path(__file__).parent / "topics.yaml"


class Topic(Frozen):
    """Something that rules are about; `rules` are their ids, `*` for any part of one."""

    title: str
    rules: Annotated[tuple[str, ...], Field(min_length=1)]

    def has(self, rule: Rule) -> bool:
        """Whether a rule is about it: by its own id, or that of the rule it takes over."""
        return any(fnmatchcase(id_, form) for id_ in (rule.owner, rule.id) for form in self.rules)


class _Topics(Frozen):
    topics: tuple[Topic, ...]


@cache
def topics() -> tuple[Topic, ...]:
    """The topics in the order in which people are shown them."""
    return load_file(_FILE, _Topics).topics
