"""A change of a rule that is only proposed, or a new one: a file beside the rules in use."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from compliance_rules.checker import Checker
from compliance_rules.house import HouseFacts
from compliance_rules.load import load_packs, rule_in
from compliance_rules.own_rule import OwnRule, OwnRules
from compliance_rules.own_rules import faults_of, own_file, told_of
from compliance_rules.prove import Fault, prove_one, unreadable
from compliance_rules.rule import Rule
from compliance_rules.shipped import checker_with, opened_with
from datafiles import DataFileError, line_in
from language.numbers import habits_of


@dataclass(frozen=True)
class Proposal:
    """A rule as it is proposed: `checker` holds it alone, with the rules that take it over."""

    one: OwnRule
    rule: Rule
    checker: Checker


def proposed(
    text: str, path: Path, today: Checker, own: OwnRules = (), pack: str | None = None
) -> Proposal:
    """What a text proposes; raises `DataFileError` where it is no rule that can be used.

    It stands in the pack of the rule that it would take the place of; a new one is in `pack`.
    """
    one = _placed(text, path, today, pack)
    try:
        return _read(laid_over(own, one), one, today.house)
    except DataFileError as error:
        raise DataFileError(str(path), error.faults) from None


@lru_cache(maxsize=4)
def _read(laid: OwnRules, one: OwnRule, house: HouseFacts) -> Proposal:
    """A rule among others, read once: a reader of its patterns takes seconds to build."""
    faults = tuple(told_of(one, fault) for fault in faults_of(laid))
    if faults:
        raise DataFileError(one.file, faults)
    packs = load_packs(own=laid)
    every = [other for found in packs for other in found.rules]
    rule = next(other for other in every if other.id == one.id)
    kept = {rule.id, *(other.id for other in every if other.reuses == one.id)}
    alone = (
        found.model_copy(update={"rules": tuple(one for one in found.rules if one.id in kept)})
        for found in packs
    )
    return Proposal(one, rule, Checker([found for found in alone if found.rules], house))


def laid_over(own: OwnRules, one: OwnRule) -> OwnRules:
    """A house's own rules with one more, or one of them otherwise, in the order of their files."""
    others = (other for other in own if (other.pack, other.id) != (one.pack, one.id))
    return tuple(sorted((*others, one), key=lambda rule: rule.file))


def in_house(checker: Checker, house: HouseFacts) -> Checker:
    """A proposed rule as it is asked in another house: its facts, its country's way to write."""
    reader = checker.reader.at_home_in(habits_of(house.country))
    return Checker(checker.packs, house, checker.permissions, reader)


def unproved(proposal: Proposal) -> list[Fault]:
    """What a proposed rule claims and does not keep: its examples, patterns and better words.

    Rules that take it over are asked once it keeps all that it claims itself.
    """
    return _unproved(proposal.checker, proposal.rule.id, proposal)


def unproved_among_all(proposal: Proposal, own: OwnRules) -> list[Fault]:
    """The same among all rules in use, as its better words must be none of theirs to find."""
    laid = laid_over(own, proposal.one)
    opened_with(laid)
    return _unproved(checker_with(laid), proposal.rule.id, proposal)


def _unproved(checker: Checker, rule_id: str, proposal: Proposal) -> list[Fault]:
    faults = list(unreadable(checker)) or prove_one(checker, rule_id)
    others = (rule.id for rule in proposal.checker.rules if rule.id != rule_id)
    return faults or [fault for other in others for fault in prove_one(checker, other)]


def _placed(text: str, path: Path, today: Checker, pack: str | None) -> OwnRule:
    """The rule that a text is, in the pack in which it belongs."""
    rule = rule_in(text, path)
    there = next((found for found in today.packs for one in found.rules if one.id == rule.id), None)
    if there is not None and pack not in (None, there.about.id):
        wrong = f"the rule is in pack {there.about.id!r} already"
        raise _fault(text, path, ("id",), wrong, "another id for a new one")
    if there is None and pack is None:
        wrong = f"no rule {rule.id!r} ships"
        raise _fault(text, path, ("id",), wrong, "the id of one that does, or a pack for a new one")
    name = there.about.id if there else str(pack)
    return OwnRule(name, rule.id, text, own_file(name, rule.id))


def _fault(text: str, path: Path, at: tuple[str, ...], wrong: str, allowed: str) -> DataFileError:
    told = f"{line_in(text, at)}: {'.'.join(at)}: {wrong} - {allowed}"
    return DataFileError(str(path), (told,))
