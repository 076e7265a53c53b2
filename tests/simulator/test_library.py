from pathlib import Path
from shutil import copytree

import pytest

from calls.money import Money
from datafiles import DataFileError
from simulator.facts import Reveal
from simulator.library import FOLDER, load_house, load_scenario, load_scenarios, scenario_files
from simulator.scenario import Scenario, content_hash
from simulator.schemas import schemas
from tests.simulator.variants import short_shelf, variant


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return short_shelf(tmp_path / "scenarios")


def spoil(folder: Path, file: str, old: str, new: str) -> str:
    """What loading says after one change, without the folder's name."""
    path = folder / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    with pytest.raises(DataFileError) as error:
        load_scenarios(folder)
    return str(error.value).replace(f"{folder}/", "")


def test_every_shipped_scenario_loads_easiest_first() -> None:
    scenarios = load_scenarios()

    assert len(scenarios) == len(scenario_files())
    assert [one.level for one in scenarios.values()] == sorted(
        one.level for one in scenarios.values()
    )


def test_one_scenario_loads_like_all_of_them() -> None:
    one = load_scenario(FOLDER / "forgetful_payer.yaml")

    assert one == load_scenarios()["forgetful_payer"]


def test_the_consumer_knows_the_scenarios_facts_and_those_of_their_life() -> None:
    ana = load_scenarios()["laid_off_three_weeks_ago"].person("ana")

    laid_off, children = ana.fact("laid_off"), ana.fact("children")

    assert laid_off is not None
    assert laid_off.reveal is Reveal.IF_ASKED_AND_TRUST
    assert children is not None


def test_a_third_party_knows_nothing_of_the_consumers_own() -> None:
    scenario = load_scenarios()["room_mate_picks_up"]

    assert {fact.id for fact in scenario.person("theo").facts} == {
        "home_at",
        "works_at",
        "own_line",
    }


def test_a_fingerprint_changes_with_the_persona_too(folder: Path) -> None:
    before = content_hash(load_scenarios(folder)["laid_off_three_weeks_ago"])
    persona = folder / "personas" / "ana_reyes.yaml"
    persona.write_text(persona.read_text().replace("pride: 62", "pride: 61"))

    assert content_hash(load_scenarios(folder)["laid_off_three_weeks_ago"]) != before


def test_the_fingerprint_of_what_did_not_change_stays() -> None:
    one, other = load_scenarios(), load_scenarios()

    assert [content_hash(s) for s in one.values()] == [content_hash(s) for s in other.values()]


def test_an_unknown_persona_is_named_with_those_there_are(folder: Path) -> None:
    told = spoil(folder, "forgetful_payer.yaml", "persona: marcus_webb", "persona: marcus_web")

    assert "answered_by.0.persona: no persona 'marcus_web' - one of ana_reyes, " in told
    assert told.startswith("forgetful_payer.yaml:")


def test_a_reservation_beyond_the_means_is_refused_with_the_sum(folder: Path) -> None:
    told = spoil(
        folder,
        "laid_off_three_weeks_ago.yaml",
        "reservation: {amount: 85",
        "reservation: {amount: 185",
    )

    assert "means.reservation: 400.83 a month is more than income less costs leave" in told
    assert "at most 238.00, or promises_beyond_means: true" in told


def test_a_reservation_beyond_the_means_is_taken_from_who_promises_out_of_fear(
    folder: Path,
) -> None:
    path = folder / "laid_off_three_weeks_ago.yaml"
    text = path.read_text().replace("reservation: {amount: 85", "reservation: {amount: 185")
    path.write_text(
        text.replace("means:\n  income", "means:\n  promises_beyond_means: true\n  income")
    )

    means = load_scenario(path).means

    assert means is not None
    assert means.reservation.amount == Money.of(185)


def test_an_end_state_that_cannot_be_reached_is_refused(folder: Path) -> None:
    told = spoil(
        folder, "laid_off_three_weeks_ago.yaml", "total_at_least: 340", "total_at_least: 11862"
    )

    assert "$11,862.00 is out of reach: 3315.00 is the most in 18 months" in told


def test_a_fact_that_waits_for_one_that_is_not_there_is_refused(folder: Path) -> None:
    told = spoil(folder, "laid_off_three_weeks_ago.yaml", "after: [laid_off]", "after: [fired]")

    assert "facts.1.after: no other fact 'fired' - one of " in told


def test_two_facts_of_one_name_are_refused(folder: Path) -> None:
    told = spoil(folder, "laid_off_three_weeks_ago.yaml", "id: rent", "id: sister")

    assert "facts.5.id: 'sister' stands here twice - each id once" in told


def test_trust_without_its_condition_is_refused_at_its_line(folder: Path) -> None:
    told = spoil(
        folder, "forgetful_payer.yaml", "reveal: if_asked\n", "reveal: if_asked\n    trust: 30\n"
    )

    assert "trust (1-100) belongs to reveal: if_asked_and_trust, and only there" in told


def test_a_disposition_the_house_does_not_offer_is_refused(folder: Path) -> None:
    told = spoil(folder, "house.yaml", "  - third_party\n", "")

    assert "the wrap-up does not offer 'third_party'" in told


def test_a_way_to_pay_that_the_house_does_not_take_is_refused(folder: Path) -> None:
    told = spoil(folder, "forgetful_payer.yaml", "method: debit card", "method: cash")

    assert "facts.4.method: 'by_card' is paid by 'cash', which the house does not take" in told
    assert "one of bank transfer, check, debit card, online portal" in told


def test_a_way_to_pay_belongs_to_the_fact_that_tells_it(folder: Path) -> None:
    told = spoil(folder, "forgetful_payer.yaml", "topic: method", "topic: means")

    assert "a way to pay belongs to topic: method, and only there" in told


def test_a_kind_of_method_that_no_turn_is_read_as_is_refused(folder: Path) -> None:
    told = spoil(folder, "house.yaml", "kind: card", "kind: shells")

    assert (
        "no turn names a 'shells' - one of bank_transfer, card, check, direct_debit, online" in told
    )


def test_two_methods_that_no_turn_could_tell_apart_are_refused(folder: Path) -> None:
    told = spoil(folder, "house.yaml", "kind: online", "kind: card")

    assert "two methods are of one kind" in told


def test_a_label_alone_is_a_way_to_pay_that_is_never_heard(folder: Path) -> None:
    path = folder / "house.yaml"
    path.write_text(path.read_text().replace("{label: check, kind: check}", "check"))

    house = load_house(folder)

    assert "check" in house.method_labels
    assert house.method_named("check") is None


def test_an_amount_in_the_money_of_another_place_is_refused(folder: Path) -> None:
    told = spoil(folder, "forgetful_payer.yaml", "balance: 186.40", "balance: GBP 186.40")

    assert "account.balance: GBP where people pay in USD - an amount such as USD 40" in told


def test_a_house_that_is_not_there_is_named_with_those_there_are(folder: Path) -> None:
    told = spoil(folder, "forgetful_payer.yaml", "aim:", "called_by: house_mars\naim:")

    assert "called_by: no house 'house_mars' - one of house, house_" in told


def test_a_house_with_limits_in_foreign_money_is_refused(folder: Path) -> None:
    told = spoil(folder, "house.yaml", "smallest_instalment: 25", "smallest_instalment: EUR 25")

    assert "€25.00 where people pay in USD" in told


def test_a_line_that_names_a_day_nobody_defined_is_refused(folder: Path) -> None:
    told = spoil(
        folder, "forgetful_payer.yaml", "I get paid on {payday}", "I get paid on {pay_day}"
    )

    assert "no day 'pay_day' - one of " in told


@pytest.mark.parametrize("name", ["first_name", "house"])
def test_a_line_that_names_what_nobody_fills_in_is_refused(folder: Path, name: str) -> None:
    told = spoil(folder, "forgetful_payer.yaml", "on {payday}", f"on {{{name}}}")

    assert f"no day '{name}' - one of " in told


@pytest.mark.parametrize("raw", ["{payday}", "{", "{your name}"])
def test_braces_that_nobody_fills_are_refused_where_they_stand(folder: Path, raw: str) -> None:
    told = spoil(folder, "forgetful_payer.yaml", "\n  task: >", f"\n  task: >\n    By {raw}.")

    assert f"brief.task: {raw.partition(' ')[0]}" in told
    assert "would be seen as it stands, nobody fills it here - plain words" in told


def test_bounds_of_an_arrangement_where_nothing_may_be_agreed_are_refused(folder: Path) -> None:
    told = spoil(
        folder,
        "laid_off_three_weeks_ago.yaml",
        "    arrangement:\n",
        "    nothing_agreed: true\n    arrangement:\n",
    )

    assert "end_states.0.arrangement: bounds of an arrangement, where nothing may be" in told


def test_a_scenario_without_a_model_call_is_refused(folder: Path) -> None:
    told = spoil(folder, "room_mate_picks_up.yaml", "model_call:", "modelcall:")

    assert "model_call: Field required" in told


def test_somebody_who_never_picks_up_is_refused(folder: Path) -> None:
    told = spoil(folder, "room_mate_picks_up.yaml", "weight: 3", "weight: 0")

    assert "answered_by.0.weight: Input should be greater than 0" in told


def test_a_time_zone_is_an_iana_name(folder: Path) -> None:
    told = spoil(folder, "forgetful_payer.yaml", "America/New_York", "Eastern")

    assert "an IANA name such as America/Chicago is needed, got 'Eastern'" in told


def test_an_amount_that_is_none_says_what_one_looks_like(folder: Path) -> None:
    told = spoil(folder, "forgetful_payer.yaml", "balance: 186.40", "balance: a lot")

    assert "an amount such as 186.40, or GBP 890 for other currencies" in told


def test_a_file_is_named_after_its_id(folder: Path) -> None:
    told = spoil(folder, "room_mate_picks_up.yaml", "id: room_mate_picks_up", "id: room_mate")

    assert "room_mate_picks_up.yaml:2: id: 'room_mate' is not the file's name" in told


def test_the_committed_schemas_and_the_list_are_what_models_and_files_say() -> None:
    for path, text in schemas().items():
        assert path.read_text() == text, f"{path.name}: python cli.py schema writes it anew"


def test_every_notice_of_the_house_can_be_asked_for_by_name() -> None:
    assert "attempt to collect a debt" in load_house().notice("collector_disclosure")


def test_every_scenario_and_persona_is_in_the_list() -> None:
    listed = (FOLDER / "README.md").read_text()

    files = (*scenario_files(), *(FOLDER / "personas").glob("*.yaml"))
    assert [path.stem for path in files if f"{path.stem}.yaml" not in listed] == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("  soft:", "  softly:", "no bot 'softly' - one of decent, "),
        ("  soft:", "  silent:", "silent has no band: it ends below those of all others"),
        ("ends: [0, 20], grade", "ends: [20, 0], grade", "from the lower to the higher figure"),
        ("    because: >-\n", "    # because: >-\n", "walks_away needs the reason"),
    ],
)
def test_a_band_that_cannot_be_is_refused(folder: Path, old: str, new: str, says: str) -> None:
    path = folder / "forgetful_payer.yaml"
    text = path.read_text()
    head, _, bands = text.rpartition("\nbands:\n")
    assert old in bands
    spoiled = bands.replace(old, new, 1)
    if new.startswith("    #"):
        spoiled = "\n".join(line for line in spoiled.splitlines() if not line.startswith("      "))
    path.write_text(f"{head}\nbands:\n{spoiled}\n")

    with pytest.raises(DataFileError) as error:
        load_scenarios(folder)

    assert says in str(error.value)


def test_facts_that_wait_for_each_other_are_refused_with_their_ring(folder: Path) -> None:
    told = spoil(
        folder,
        "laid_off_three_weeks_ago.yaml",
        "  - id: laid_off\n",
        "  - id: laid_off\n    after: [benefit_starts]\n",
    )

    assert "facts wait for each other, and none comes out: " in told
    assert "'laid_off' after 'benefit_starts'" in told


def test_a_fact_that_nobody_can_be_trusted_with_is_refused(folder: Path) -> None:
    told = spoil(folder, "laid_off_three_weeks_ago.yaml", "    trust: 40", "    trust: 94")

    assert "nobody comes to trust somebody as far as 94" in told
    assert "1 to 90" in told


def test_a_fact_that_nothing_asks_for_is_refused(folder: Path) -> None:
    path = folder / "forgetful_payer.yaml"
    fact = "facts:\n  - id: odd\n    topic: method\n    says: [It is odd., Odd it is.]\n"
    path.write_text(path.read_text().replace("facts:\n", f"{fact}    reveal: if_asked\n", 1))

    with pytest.raises(DataFileError) as error:
        load_scenario(path)

    assert "facts.0.asked_by: nothing that is said asks for 'odd'" in str(error.value)


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("Narnia, Lower", "'Narnia' is not where Harbor Recovery (house) calls"),
        ("US federal, Ohio", "the account is not in Ohio, so its rules would not apply"),
    ],
)
def test_a_jurisdiction_elsewhere_is_refused(folder: Path, named: str, told: str) -> None:
    wrong = spoil(
        folder,
        "laid_off_three_weeks_ago.yaml",
        "jurisdiction: US federal, Texas",
        f"jurisdiction: {named}",
    )

    assert told in wrong


def test_a_brief_that_has_to_be_read_twice_is_refused_with_the_sentence(folder: Path) -> None:
    long = "Find out " + "and then find out " * 8 + "what changed"
    told = spoil(folder, "laid_off_three_weeks_ago.yaml", "Find out what changed", long)

    assert "brief.task: a sentence of " in told
    assert "(Find out and then find out …) has to be read twice - at most 28 words" in told


def test_a_second_language_has_its_words(tmp_path: Path) -> None:
    folder = tmp_path / "scenarios"
    copytree(FOLDER, folder)
    file = folder / "personas" / "rosa_villanueva.yaml"
    written = file.read_text()
    file.write_text(written.replace(", bye: adiós", ""))

    with pytest.raises(DataFileError, match="none for bye - one for each"):
        load_scenario(folder / "little_english.yaml")

    file.write_text(written[: written.index("\nlanguage:")])
    with pytest.raises(DataFileError, match="given where temperament speaks: second_language"):
        load_scenario(folder / "little_english.yaml")


def test_how_somebody_deals_with_offers_is_theirs_in_every_call(tmp_path: Path) -> None:
    written = load_scenario(FOLDER / "take_it_or_leave_it.yaml")
    abroad = load_scenario(FOLDER / "take_it_or_leave_it_uk.yaml")
    shy = variant(tmp_path, "take_it_or_leave_it", "means: {offers_first: false}")

    assert written.person("roland").bargaining.offers_first
    assert abroad.person("roland").bargaining.offers_first
    assert not shy.person("roland").bargaining.offers_first


def test_a_scenario_kept_from_before_says_it_itself_and_keeps_it() -> None:
    now = load_scenario(FOLDER / "forgetful_payer.yaml")
    kept = now.model_dump(mode="json")
    for persona in kept["personas"].values():
        del persona["bargaining"]
    kept["means"] |= {"tests_before_accepting": 2, "offers_first": False}

    before = Scenario.model_validate(kept).person("marcus").bargaining

    assert now.person("marcus").bargaining.tests_before_accepting == 0
    assert before.tests_before_accepting == 2
    assert not before.offers_first
