"""The shipped rules for a house: one checker each, told what the house asks people for."""

from __future__ import annotations

from calls.turn import Speaker, Turn
from simulator.facts import IdentifierKind
from simulator.library import load_house
from training.shipped import checker_for

HOUSE = load_house()


def test_the_checker_knows_what_the_house_asks_for() -> None:
    asks = {"identifiers": (IdentifierKind.SSN,), "identifiers_needed": 1}
    other = HOUSE.model_copy(update=asks)

    assert checker_for(HOUSE).house.identifiers == tuple(one.value for one in HOUSE.identifiers)
    assert checker_for(other).house.identifiers == ("ssn",)


def test_a_house_has_one_checker_whatever_else_its_file_says() -> None:
    renamed = HOUSE.model_copy(update={"name": "Another Name"})

    assert checker_for(renamed) is checker_for(HOUSE)


def test_a_checker_of_some_packs_has_the_rules_of_those_alone() -> None:
    assert [pack.about.id for pack in checker_for(HOUSE, ("house",)).packs] == ["house"]


def test_houses_of_two_countries_read_amounts_in_their_own_money() -> None:
    abroad = HOUSE.model_copy(update={"country": "GB"})
    turn = Turn(speaker=Speaker.CONSUMER, text="I could do forty a month.")

    read = [checker_for(house).reader.read(turn).money[0].amount for house in (HOUSE, abroad)]

    assert list(map(str, read)) == ["$40.00", "£40.00"]
