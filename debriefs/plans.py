"""The plan calculator in words: what a plan comes to, and whether it fits, with sign and word."""

from collections.abc import Iterator, Mapping

from calls.money import Every
from calls.turn import turn_number
from debriefs.signs import Sign
from debriefs.words import Day
from simulator.desk import Desk
from simulator.sheet import Entry, Sheet
from training.plans import Fit, Limit, Plan

_FITS: Mapping[Fit, Sign] = {
    Fit.WITHIN: Sign("✓", "within what they told you", "done-right"),
    Fit.TIGHT: Sign("◆", "tight by what they told you", "depends"),
    Fit.BEYOND: Sign("■", "beyond what they told you", "not-met"),
    Fit.EARLY: Sign("■", "before their money comes", "not-met"),
    Fit.UNKNOWN: Sign("◆", "not known yet", "depends"),
}
_WITHIN = Sign("✓", "within your authority", "done-right")
_OUTSIDE = Sign("■", "not within your authority", "not-met")


def plan_told(plan: Plan, day: Day) -> str:
    """How many payments, the last one, the end, and what it costs a month."""
    rows, first, last = plan.made.instalments, plan.first, plan.last
    if len(rows) == 1:
        rest = f" {plan.open} stays open." if plan.open.cents else " That is all of it."
        return f"1 payment of {first.amount} on {day(first.due)}.{rest}"
    smaller = last.amount != first.amount
    each = f"{len(rows) - 1} of {first.amount} and a last one of {last.amount}"
    told = f"{len(rows)} payments {plan.every.told}: {each if smaller else first.amount}"
    a_month = "" if plan.every is Every.MONTH else f" About {plan.a_month} a month."
    each_one = "" if smaller else " each"
    return f"{told}{each_one}. First on {day(first.due)}, last on {day(last.due)}.{a_month}"


def authority_told(plan: Plan, desk: Desk) -> tuple[Sign, str]:
    """Whether you may agree it, and the limits that it goes beyond."""
    limits = desk.limits
    beyond = {
        Limit.SMALLEST: f"at least {limits.smallest_instalment} a month",
        Limit.LONGEST: f"{limits.longest_months} months at most",
        Limit.FIRST: f"the first payment within {limits.first_payment_within_days} days",
        Limit.SETTLEMENT: f"{desk.floor} at least, for all of it",
    }
    told = "; ".join(beyond[one] for one in plan.outside)
    return (_OUTSIDE, f"You may agree: {told}.") if told else (_WITHIN, "")


def fit_told(plan: Plan, sheet: Sheet, day: Day) -> tuple[Sign, str]:
    """Whether it fits what they told of their month, and what that rests on."""
    return _FITS[plan.fit], _because(plan, sheet, day)


def _because(plan: Plan, sheet: Sheet, day: Day) -> str:
    if plan.fit is Fit.EARLY and sheet.begins is not None:
        return f"By their own words money comes from {day(sheet.begins)} on."
    if plan.takes is None:
        return f"Nobody has told you {' or '.join(_missing(sheet))} yet. Ask before you propose it."
    put_by = plan.every is Every.ONCE and sheet.once
    if not put_by and (sheet.left_cents or 0) <= 0:
        return "By what they told you, a month leaves nothing. Ask what could change in it."
    there = "what is there" if put_by else "what a month leaves"
    advice = " Leave a part for what nobody foresees." if plan.fit is Fit.TIGHT else ""
    return f"It takes {plan.takes:.0%} of {there}, as far as they told you.{advice}"


def _missing(sheet: Sheet) -> Iterator[str]:
    if not sheet.comes:
        yield "what comes in"
    if not sheet.goes:
        yield "what goes out"


def sheet_told(sheet: Sheet, day: Day) -> Iterator[tuple[str, str]]:
    """The sheet as terms and what was told, each with its turn; empty where nothing was."""
    for side, entries in (("Comes in", sheet.comes), ("Goes out", sheet.goes)):
        yield from ((side, _entry(one)) for one in entries)
    yield from (("There once", _entry(one)) for one in sheet.once)
    if sheet.begins is not None:
        yield "Money from", day(sheet.begins)
    if sheet.left_cents is not None:
        left = sheet.comes[0].amount.model_copy(update={"cents": round(sheet.left_cents)})
        yield "Leaves", f"{left} a month, as far as they told you"


def _entry(one: Entry) -> str:
    return f"{one.amount} {one.every.told}: “{one.words}” (turn {turn_number(one.turn)})"
