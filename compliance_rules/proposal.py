"""A change of a rule that is only proposed: the rule as a file has it, in the place of today's."""

from pathlib import Path

from compliance_rules.checker import Checker
from compliance_rules.house import HouseFacts
from compliance_rules.prove import Fault, prove_one, unreadable
from compliance_rules.rule import Rule
from datafiles import DataFileError, line_in, load_text
from language.numbers import habits_of


def proposed(text: str, path: Path, today: Checker) -> Checker:
    """A checker of this one rule, as the text has it; raises `DataFileError` where it is none.

    It stands in the pack and under the law of the rule that it would take the place of.
    """
    rule = load_text(text, Rule, str(path))
    before = today.by_id.get(rule.id)
    if before is None:
        raise _fault(text, path, ("id",), f"no rule {rule.id!r} ships", "the id of one that does")
    pack = next(pack for pack in today.packs if before in pack.rules)
    if rule.law not in pack.about.laws:
        laws = ", ".join(pack.about.laws)
        raise _fault(text, path, ("law",), f"no law {rule.law!r} in {pack.about.id}", laws)
    for name in rule.all_permissions:
        if name not in today.permissions:
            known = ", ".join(today.permissions)
            raise _fault(text, path, ("permissions",), f"no permission {name!r}", known)
    alone = pack.model_copy(update={"rules": (rule,)})
    return Checker((alone,), today.house, today.permissions)


def in_house(checker: Checker, house: HouseFacts) -> Checker:
    """A proposed rule as it is asked in another house: its facts, its country's way to write."""
    reader = checker.reader.at_home_in(habits_of(house.country))
    return Checker(checker.packs, house, checker.permissions, reader)


def unproved(checker: Checker) -> list[Fault]:
    """What a proposed rule claims and does not keep: its examples, patterns and better words."""
    (rule,) = checker.rules
    return list(unreadable(checker)) or prove_one(checker, rule.id)


def _fault(text: str, path: Path, at: tuple[str, ...], wrong: str, allowed: str) -> DataFileError:
    told = f"{line_in(text, at)}: {'.'.join(at)}: {wrong} - {allowed}"
    return DataFileError(str(path), (told,))
