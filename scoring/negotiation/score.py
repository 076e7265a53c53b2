"""The dimension: the outcome or the right end, what was found out, and how it was bargained."""

from calls.turn import Speaker
from scoring.case import Case
from scoring.marks import Dimension, Score, weigh
from scoring.negotiation.asked import mark_interests, mark_reasons
from scoring.negotiation.bargaining import bargaining
from scoring.negotiation.commitment import mark_commitment
from scoring.negotiation.concessions import mark_concessions
from scoring.negotiation.outcome import mark_outcome, mark_route, mark_zone
from scoring.negotiation.proposals import mark_deadlines, mark_options
from simulator.scenario import Aim


def score_negotiation(case: Case) -> Score:
    """The outcome on its plateau or the right end, the reasons found, options, the commitment."""
    if not case.held:
        return Score(dimension=Dimension.NEGOTIATION, value=None, reason=case.not_held)
    scenario = case.scenario
    if scenario is not None and (not scenario.aim.about_money or _somebody_else(case)):
        aim = "the right person" if _somebody_else(case) else scenario.aim
        nothing = f"this call's aim is {aim}: there was nothing to negotiate"
        return weigh(Dimension.NEGOTIATION, ((mark_route(case), 1.0),), nothing)
    made = bargaining(case)
    weighted = [
        (mark_outcome(case, made), 2.0),
        (mark_reasons(case), 1.0),
        (mark_interests(case, made), 0.5),
        (mark_options(case, made), 0.5),
        (mark_concessions(case, made.offers, made.concessions), 0.5),
        (mark_deadlines(case, made), 0.5),
        (mark_commitment(case), 1.0),
    ]
    if made.zone is not None and not made.zone.possible:
        weighted.insert(1, (mark_route(case, "right route"), 2.0))
    if scenario is not None and scenario.aim is Aim.SETTLEMENT:
        weighted.insert(1, (mark_zone(case, scenario, made), 0.5))
    return weigh(Dimension.NEGOTIATION, weighted, "nothing was negotiated")


def _somebody_else(case: Case) -> bool:
    """Whether the call reached nobody with whom anything could be agreed."""
    return case.record.call is not None and case.record.call.speaker is Speaker.THIRD_PARTY
