"""`demo`: what is said of a demonstration that was made, or is there."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from training.models import Role

Account = tuple[str, Iterable[str]]


def demonstration_lines(
    folder: Path,
    password: str,
    accounts: Iterable[Account],
    link: str,
    until: str = "",
    *,
    made: bool,
) -> Iterator[str]:
    """Who can be looked over the shoulder, with the password, and a link as candidates get one."""
    yield f"{folder}: " + ("made" if made else "there already; --anew makes it anew")
    yield ""
    yield f"Sign in as one of these. The password of all of them: {password}"
    for name, roles in accounts:
        yield f"  {name:<14} {', '.join(Role(role).label for role in roles)}"
    if link:
        yield ""
        yield "As a candidate, in a private window: open this after the address of the application"
        yield f"  /candidate?link={link}"
        when = f", until {until.replace('T', ' ')}" if until else ""
        yield f"It opens once{when}. For a new one sign in as the hiring manager: Work samples,"
        yield "Candidates, New link."
    yield ""
    yield "Nobody in it is anybody. It is for looking around, not for work."
