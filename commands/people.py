"""`people`: accounts and one-time passwords as lines."""

from collections.abc import Iterable, Iterator

from training.accounts import Account, OneTime


def account_lines(known: Iterable[Account]) -> Iterator[str]:
    """One line each: the name, the roles, and whether they came in yet."""
    for one in known:
        roles = ", ".join(role.value for role in one.roles)
        if one.ended_at is not None:
            yield f"{one.name}: access ended on {one.ended_at.date()} ({roles})"
        else:
            yield f"{one.name}: {roles}{' (has a one-time password)' if one.waits else ''}"


def one_time_lines(made: Iterable[OneTime]) -> Iterator[str]:
    """One line each: the name and what opens the account once."""
    for one in made:
        yield f"{one.name}: {one.password} (for one use, until {one.until.date()})"
