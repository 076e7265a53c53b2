"""Sheets as people fill them in: near what the machine marks, never quite, and in words."""

from collections.abc import Sequence
from random import Random

from calls.turn import turn_number
from compliance_rules.finding import Standing
from demo.cast import Height, Words
from demo.floor import likely
from scoring.levels import LEVELS, level_of
from scoring.marks import Score
from scoring.rating_scales import Scale, load_scales
from scoring.review import Review
from training.sheets import Rated, Sheet, far_apart

_LOW, _HIGH = 2, 4
_SEES_A_RULE = 0.85
_USUAL = (0, 0, 0, 0, 1, -1)


def sheet(made: Review, turns: int, words: Words, chance: Random) -> Sheet:
    """What one person saw of a call; rules that were not met are mostly seen, and not always."""
    scores = {score.dimension: score for score in made.scorecard.scores}
    levels = {}
    for scale in load_scales().values():
        of = scores.get(scale.compared_with) if scale.compared_with else None
        levels[scale.id] = _rated(scale, of, turns, words, chance)
    found = (one for one in made.check.findings if one.standing is Standing.NOT_MET)
    fails = dict.fromkeys(one.rule for one in found)
    return Sheet(levels=levels, not_met=tuple(r for r in fails if likely(chance, _SEES_A_RULE)))


def together(sheets: Sequence[Sheet], words: Words, chance: Random) -> Sheet:
    """What two come to: the level between theirs, the lower one in doubt."""
    one, other = sheets
    apart = far_apart(sheets)
    levels = {}
    for name, rated in one.levels.items():
        given = [each.levels[name].level for each in (one, other)]
        seen = [level for level in given if level is not None]
        discussed = chance.choice(words.discussed) if name in apart else ""
        kept = rated if rated.level is not None else other.levels[name]
        level = sum(seen) // len(seen) if seen else None
        levels[name] = kept.model_copy(update={"level": level, "discussed": discussed})
    both = set(one.not_met) & set(other.not_met)
    either = set(one.not_met) | set(other.not_met)
    return Sheet(levels=levels, not_met=tuple(sorted(both or either)))


def _rated(scale: Scale, of: Score | None, turns: int, words: Words, chance: Random) -> Rated:
    if of is None or of.value is None:
        return Rated(evidence=words.no_opportunity, level=None)
    level = min(LEVELS[-1], max(LEVELS[0], level_of(of.value) + chance.choice(_USUAL)))
    height: Height = "low" if level <= _LOW else "high" if level >= _HIGH else "middle"
    said = chance.choice(words.evidence[scale.id][height])
    return Rated(evidence=said.format(turn=_turn(of, height, turns)), level=level)


def _turn(of: Score, height: Height, turns: int) -> int:
    """Where it is seen: in the part of the dimension that came out worst, or best."""
    seen = [
        (mark.value, turn_number(evidence.turn))
        for mark in of.marks
        for evidence in mark.evidence
        if mark.value is not None and evidence.turn is not None and evidence.turn < turns
    ]
    if not seen:
        return min(3, turns)
    return max(seen)[1] if height == "high" else min(seen)[1]
