"""Many rules are proved on every processor, and come to the same as one by one."""

from __future__ import annotations

from itertools import chain

from commands.proving import proved
from compliance_rules import shipped_packs

FEW = ("house", "us_dc", "us_ma", "us_nc", "us_nyc", "us_wa")


def test_many_rules_are_proved_side_by_side() -> None:
    packs = [pack for pack in shipped_packs() if pack.about.id in FEW]
    names = [rule.id for pack in packs for rule in pack.rules]

    found = list(proved(names))

    assert len(found) == len(names) > 20
    assert list(chain.from_iterable(found)) == []


def test_few_rules_are_proved_at_once() -> None:
    assert list(proved(["house.identity_verified_first"])) == [[]]
