"""Rule files: errors say where, what is wrong and what is allowed."""

from pathlib import Path

import pytest

from compliance_rules import RuleError, load_pack, load_packs
from compliance_rules.load import PACKS, choose_packs
from compliance_rules.opening import open_packs

GOOD = Path(__file__).with_name("a_simple_rule.yaml").read_text("utf-8")
PACK = (PACKS / "us_federal" / "pack.yaml").read_text("utf-8")
ID = "fdcpa.harassment.obscene_language"


def faults(tmp_path: Path, rule: str, name: str = ID) -> str:
    """What loading a pack of this one rule says."""
    folder = tmp_path / "us_federal"
    folder.mkdir()
    (folder / "pack.yaml").write_text(PACK, "utf-8")
    (folder / f"{name}.yaml").write_text(rule, "utf-8")
    with pytest.raises(RuleError) as caught:
        load_pack(folder)
    return str(caught.value)


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)


@pytest.mark.parametrize(
    ("old", "new", "teaches"),
    [
        ("weight: critical", "weight: huge", ":8: weight: Input should be 'critical', 'major'"),
        ("kind: forbid", "kind: ban", "'forbid', 'require', 'order', 'react', 'limit', 'when'"),
        ("[profanity]", "[profanityy]", "no signal 'profanityy' - profanity"),
        ("[profanity]", "[threat.jail]", "signal 'threat' has no kind 'jail' - arrest"),
        ("[profanity]", "[own.cursing]", ":9: checks: no pattern 'own.cursing' - none yet"),
        ("[permit.quotation]", "[permit.quotes]", "no permission 'permit.quotes' - permit."),
        ("law: fdcpa_regf", "law: fdcpa", ":2: law: no law 'fdcpa' in this pack - fdcpa_regf"),
        ("better: I can", "beter: I can", "better: Field required"),
        ("checks:", "applies: {fact: mood, is: bad}\nchecks:", "no circumstance 'mood'"),
    ],
)
def test_a_faulty_rule_says_where_and_what_is_allowed(
    tmp_path: Path, old: str, new: str, teaches: str
) -> None:
    said = faults(tmp_path, changed(old, new))

    assert f"{ID}.yaml:" in said
    assert teaches in said


def test_an_own_pattern_that_cannot_be_parsed_is_shown(tmp_path: Path) -> None:
    own = "own: {signals: {swears: {means: Swears., patterns: ['oh (boy']}}}\nchecks:"

    assert "own.swears: a '(' is not closed" in faults(tmp_path, changed("checks:", own))


def test_a_pattern_that_no_reader_takes_is_named_with_its_line(tmp_path: Path) -> None:
    own = "own: {signals: {swears: {means: Swears., patterns: ['oh !gonna me']}}}\nchecks:"
    uses = changed("checks:", own).replace("[profanity]", "[profanity, own.swears]")
    folder = tmp_path / "us_federal"
    folder.mkdir()
    (folder / "pack.yaml").write_text(PACK, "utf-8")
    (folder / f"{ID}.yaml").write_text(uses, "utf-8")

    with pytest.raises(RuleError) as caught:
        open_packs(tmp_path)

    (fault,) = caught.value.faults
    line = uses.splitlines().index(own.splitlines()[0]) + 1
    assert fault.startswith(f"{folder / ID}.yaml:{line}: own: 'oh !gonna me': 'gonna' is read as")


def test_an_own_signal_that_no_check_uses_is_a_fault(tmp_path: Path) -> None:
    own = "own: {signals: {swears: {means: Swears., patterns: [oh boy]}}}\nchecks:"

    assert ":9: own.signals.swears: is used by no check" in faults(
        tmp_path, changed("checks:", own)
    )


def test_a_file_is_called_what_it_holds(tmp_path: Path) -> None:
    said = faults(tmp_path, GOOD, name="swearing")

    assert f"swearing.yaml:1: id: '{ID}' stands in 'swearing' - name them alike" in said


def test_every_faulty_file_is_named_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "us_federal"
    folder.mkdir()
    (folder / "pack.yaml").write_text(PACK, "utf-8")
    for name in ("a.one", "a.two"):
        (folder / f"{name}.yaml").write_text(GOOD, "utf-8")

    with pytest.raises(RuleError) as caught:
        load_pack(folder)

    assert len(caught.value.faults) == 2


def test_an_id_stands_in_one_pack_alone(tmp_path: Path) -> None:
    for name in ("us_federal", "copy"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "pack.yaml").write_text(PACK.replace("id: us_federal", f"id: {name}"), "utf-8")
        (folder / f"{ID}.yaml").write_text(GOOD, "utf-8")

    with pytest.raises(RuleError, match="the rule is also in pack 'copy' - each id once"):
        load_packs(tmp_path)


def test_a_folder_without_packs_says_what_it_should_hold(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"no pack - a folder with a pack\.yaml"):
        load_packs(tmp_path)


def test_packs_are_chosen_by_their_ids() -> None:
    packs = load_packs()

    chosen = choose_packs(packs, ("us_federal", "house"))

    assert [pack.about.id for pack in chosen] == ["us_federal", "house"]


def test_a_pack_that_does_not_exist_is_refused() -> None:
    with pytest.raises(RuleError, match=r"packs: no pack 'mars' - one of au, house, uk, us_ca, "):
        choose_packs(load_packs(), ("house", "mars"))
