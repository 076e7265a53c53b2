"""The dimension: the outcome or the right way, what was asked and put to them, how firm it is."""

from calls.turn import Speaker
from scoring.case import Case
from scoring.marks import Dimension, Mark, Score, weigh
from scoring.negotiation.asked import mark_means, mark_reasons
from scoring.negotiation.bargaining import bargaining
from scoring.negotiation.commitment import mark_commitment
from scoring.negotiation.concessions import mark_concessions
from scoring.negotiation.outcome import Outcome, mark_zone, outcome_of
from scoring.negotiation.pressing import mark_pressing
from scoring.negotiation.proposals import mark_deadlines, mark_options
from scoring.negotiation.route import mark_next, mark_route
from scoring.negotiation.their_offer import mark_their_offer
from simulator.scenario import Aim

TAKES = (0.4, 0.4, 0.2, 0.3)
"""How much goes at most with steps down, less than they offered, made-up deadlines and pressing."""

NEXT_TAKES = 0.3
"""The right way is level 4 of the scale; level 5 is that it was agreed on with them."""


def score_negotiation(case: Case) -> Score:
    """The outcome on its plateau or the right way, what was asked, options, the commitment."""
    if not case.held:
        return Score(dimension=Dimension.NEGOTIATION, value=None, reason=case.not_held)
    scenario = case.scenario
    if scenario is not None and (not scenario.aim.about_money or _somebody_else(case)):
        aim = "the right person" if _somebody_else(case) else scenario.aim
        nothing = f"this call's aim is {aim}: there was nothing to negotiate"
        way = ((mark_route(case), 1.0), (_taking(mark_next(case), NEXT_TAKES), 1.0))
        return weigh(Dimension.NEGOTIATION, way, nothing)
    made = bargaining(case)
    outcome = outcome_of(case, made)
    weighted = [
        (outcome.mark, 2.0),
        (mark_reasons(case), 0.5),
        (mark_means(case, made), 1.5),
        (mark_options(case, made), 0.5),
        (mark_commitment(case), 1.0),
    ]
    if made.zone is not None and not made.zone.possible:
        weighted.insert(1, (mark_route(case, "right route"), 2.0))
    if scenario is not None and scenario.aim is Aim.SETTLEMENT:
        weighted.insert(1, (mark_zone(case, scenario, made), 0.5))
    lost = (
        mark_concessions(case, made.offers, made.concessions),
        mark_their_offer(case, made),
        mark_deadlines(case, made),
        mark_pressing(case),
    )
    weighted += [(_taking(mark, takes), 1.0) for mark, takes in zip(lost, TAKES, strict=True)]
    return _at_most(weigh(Dimension.NEGOTIATION, weighted, "nothing was negotiated"), outcome)


def _taking(mark: Mark, takes: float) -> Mark:
    """What earns nothing, and is only noticed where it goes wrong."""
    return mark.model_copy(update={"takes": takes})


def _at_most(score: Score, outcome: Outcome) -> Score:
    """The score, no higher than the outcome lets it be."""
    if score.value is None or score.value <= outcome.at_most:
        return score
    reason = f"no more than {outcome.at_most:.0f} of 100 with that outcome; {score.reason}"
    return score.model_copy(update={"value": outcome.at_most, "reason": reason})


def _somebody_else(case: Case) -> bool:
    """Whether the call reached nobody with whom anything could be agreed."""
    return case.record.call is not None and case.record.call.speaker is Speaker.THIRD_PARTY
