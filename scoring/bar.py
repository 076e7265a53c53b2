"""The bar for passing, in the words that are read before a call and judged after it."""

from enum import StrEnum

from simulator.scenario import PassingBar


class Demand(StrEnum):
    """One part of the bar."""

    GRADE = "grade"
    LAW = "law"
    END = "end"


def bar(passing: PassingBar) -> dict[Demand, str]:
    """What an attempt needs in order to pass, part by part in the order it is shown."""
    demands = {Demand.GRADE: f"{passing.grade} of 100 or more"}
    if passing.no_critical_finding:
        demands[Demand.LAW] = "No critical rule of law is missed"
    if passing.end_state:
        demands[Demand.END] = "The call ends where it should, and the wrap-up says the same"
    return demands
