"""Rows of an arrangement, as the wrap-up fills and changes them."""

from datetime import date

from calls.money import Arrangement, Every, Instalment, Money, Offer, Schedule
from training.errors import TrainingError

MOST_ROWS = 60


def plan(
    amount: Money, every: Every, first: date, count: int, method: str | None = None
) -> Arrangement:
    """Equal rows from the first day on; a single payment is one row."""
    if amount.cents <= 0:
        raise TrainingError("amount", f"{amount} is no payment", "enter more than nothing")
    count = 1 if every is Every.ONCE else count
    if not 1 <= count <= MOST_ROWS:
        raise TrainingError("payments", f"these are {count} payments", f"enter 1 to {MOST_ROWS}")
    days = Schedule(every=every).dates(first, count)
    return Arrangement(
        instalments=tuple(Instalment(amount=amount, due=day) for day in days), method=method
    )


def until_paid(offer: Offer | None, due: Money) -> Arrangement | None:
    """The rows that an accepted offer comes to until so much is paid; None without a first day."""
    if offer is None or offer.schedule.start is None:
        return None
    return paid_from(offer, offer.schedule.start, due)


def paid_from(offer: Offer, first: date, due: Money) -> Arrangement:
    """The rows of an offer from this day on until so much is paid; the last may be smaller."""
    if offer.then:
        return Arrangement(instalments=offer.single_payments(first), method=offer.method)
    once = offer.schedule.every is Every.ONCE
    count = 1 if once else max(1, -(-due.cents // offer.amount.cents))
    last = offer.amount.cents if count == 1 else due.cents - offer.amount.cents * (count - 1)
    amounts = [*[offer.amount.cents] * (count - 1), last]
    rows = zip(amounts, offer.schedule.dates(first, count), strict=True)
    return Arrangement(
        instalments=tuple(
            Instalment(amount=Money(cents=cents, currency=due.currency), due=day)
            for cents, day in rows
        ),
        method=offer.method,
    )


def oddities(made: Arrangement, balance: Money, on: date) -> tuple[str, ...]:
    """What is hardly meant, for a second look: people may record what was said, whatever it was."""
    total, first = made.total, min(row.due for row in made.instalments)
    found = []
    if total.cents > balance.cents:
        found.append(f"{total} is more than the balance of {balance}.")
    if first < on:
        found.append("A payment is due on a day that was past when you called.")
    return tuple(found)


def with_row(made: Arrangement, nth: int, amount: Money, due: date) -> Arrangement:
    """The arrangement with one row changed."""
    rows = list(made.instalments)
    rows[nth] = Instalment(amount=amount, due=due)
    return made.model_copy(update={"instalments": tuple(rows)})


def with_payment(made: Arrangement | None, amount: Money, due: date, on: date) -> Arrangement:
    """The arrangement with one payment more, as it was typed on a call of that day."""
    if amount.cents <= 0:
        raise TrainingError("amount", f"{amount} is no payment", "enter more than nothing")
    if due < on:
        raise TrainingError("day", f"{due} is past", f"{on} or later")
    row = Instalment(amount=amount, due=due)
    if made is None:
        return Arrangement(instalments=(row,))
    _check_room(made)
    return made.model_copy(update={"instalments": (*made.instalments, row)})


def with_another_row(made: Arrangement) -> Arrangement:
    """One row more: the last amount again, as long after it as it came after the row before."""
    _check_room(made)
    rows = made.instalments
    last = rows[-1]
    following = Schedule(every=Every.MONTH).dates(last.due, 2)[1]
    if len(rows) > 1 and last.due > rows[-2].due:
        following = last.due + (last.due - rows[-2].due)
    another = Instalment(amount=last.amount, due=following)
    return made.model_copy(update={"instalments": (*rows, another)})


def without_row(made: Arrangement, nth: int) -> Arrangement | None:
    """One row fewer; None where it was the only one."""
    rows = made.instalments[:nth] + made.instalments[nth + 1 :]
    return made.model_copy(update={"instalments": rows}) if rows else None


def _check_room(made: Arrangement) -> None:
    count = len(made.instalments)
    if count >= MOST_ROWS:
        raise TrainingError(
            "payments", f"there are {count} already", f"there can be at most {MOST_ROWS}"
        )
