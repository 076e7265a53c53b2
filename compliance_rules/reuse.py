"""Rules that one law takes over from another, found by the name that their file gives."""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

from pydantic import ValidationError

from compliance_rules.rule import Reuse, Rule
from datafiles import DataFileError, line_in, line_of


def resolved(
    held: Rule | Reuse, known: Mapping[str, Rule | Reuse], path: Path, text: str | None = None
) -> Rule:
    """What a file holds as a whole rule; `path` is named where that cannot be done.

    `text` is what it holds where that is not in the file yet.
    """
    chain = [held]
    while isinstance(last := chain[-1], Reuse):
        base = known.get(last.reuses)
        if base is None:
            fail(path, "reuses", _no_such_rule(last.reuses, known), text)
        if base in chain:
            ring = " -> ".join(one.id for one in (*chain, base))
            fail(
                path,
                "reuses",
                f"goes round in a circle ({ring}) - end it at a rule with checks",
                text,
            )
        chain.append(base)
    rule = last
    for taker in reversed(chain[:-1]):
        rule = _taken_over(taker, rule, path, text)
    return rule


def _taken_over(taker: Rule | Reuse, rule: Rule, path: Path, text: str | None) -> Rule:
    if isinstance(taker, Rule):
        return taker
    try:
        return taker.taken_over(rule)
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(str(part) for part in fault["loc"])
        fail(
            path, "reuses", f"{rule.id} does not fit: {field}: {fault['msg']} - give it here", text
        )


def _no_such_rule(name: str, known: Mapping[str, Rule | Reuse]) -> str:
    near = get_close_matches(name, sorted(known), n=3)
    return f"no rule {name!r} - {', '.join(near) or 'one of `python cli.py rules list`'}"


def fail(path: Path, field: str, wrong: str, text: str | None = None) -> NoReturn:
    """Raise `DataFileError` for a field of a file, or of a text for it, that loads."""
    line = line_of(path, (field,)) if text is None else line_in(text, (field,))
    raise DataFileError(str(path), (f"{line}: {field}: {wrong}",))
