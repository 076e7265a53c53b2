"""`scenarios copy`, `prove` and `sign-off` as trainers type them, and `coverage`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from commands.scenarios import PLAYED_AT
from datafiles import text_of
from simulator.bots.bot import bot_names
from tests.cli.test_cli import run
from tests.shipped import EVERY
from tests.training.stores import new_store
from training.bench import Bench, opened
from training.models import Role
from training.people import sign_in_locally
from training.proofs import ENOUGH, keep_proof, released
from training.store import DATA_VARIABLE, Store
from training.touching import keep_touched, touched

TODAY = datetime.now(UTC)
COPY = ("scenarios", "copy", "forgetful_payer", "she_forgot", "--by")


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path))
    store = new_store(tmp_path)
    for name in ("Tom", "Tessa"):
        sign_in_locally(store, name, Role.TRAINER, TODAY)
    sign_in_locally(store, "Ana", Role.TRAINEE, TODAY)
    return Bench(store, tmp_path / "scenarios")


def test_a_scenario_is_copied_proven_and_signed_off_by_a_second(bench: Bench) -> None:
    assert run(*COPY, "tom", "--title", "She forgot").exit_code == 0
    one = opened(bench, "she_forgot", text_of(bench.path("she_forgot")))
    assert one.title == "She forgot"
    early = run("scenarios", "sign-off", "she_forgot", "--by", "tessa")
    assert (early.exit_code, "not proven as it stands" in early.stderr) == (2, True)

    look = run("scenarios", "prove", "she_forgot", "--by", "tom", "--seeds", "1")
    assert {line.split()[0] for line in look.stdout.splitlines()} >= set(bot_names())
    assert "a look: from 20 calls" in look.stdout
    assert released(bench) == {}
    keep_proof(
        bench, sign_in_locally(bench.store, "Tom", Role.TRAINER, TODAY), one, ENOUGH, (), TODAY
    )

    own = run("scenarios", "sign-off", "she_forgot", "--by", "tom")
    assert (own.exit_code, "you wrote this version" in own.stderr) == (2, True)
    signed = run("scenarios", "sign-off", "she_forgot", "--by", "tessa")
    assert (signed.exit_code, signed.stdout) == (0, "she_forgot is signed off by tessa\n")


def test_what_cannot_be_copied_or_found_is_told(bench: Bench) -> None:
    for words, told in (
        (("scenarios", "copy", "nothing", "mine", "--by", "tom"), "no scenario 'nothing'"),
        (("scenarios", "prove", "nothing", "--by", "tom"), "no 'nothing' of the house's own"),
        ((*COPY, "ana"), "ana"),
    ):
        found = run(*words)
        assert (found.exit_code, told in found.stderr.lower()) == (2, True), found.stderr
    assert not bench.folder.exists()


def test_coverage_is_told_and_written_down(bench: Bench, tmp_path: Path) -> None:
    store: Store = bench.store
    first, *others = EVERY.values()
    found = touched(first, PLAYED_AT)
    for one in (first, *others):
        keep_touched(store, one, found)  # what each touches is not the point here

    told = run("scenarios", "coverage", "--across", "jurisdictions")
    assert "United Kingdom" in told.stdout.splitlines()[0]
    assert "rules are touched by no call" in told.stdout
    file = tmp_path / "coverage.csv"
    assert run("scenarios", "coverage", "--csv", str(file)).exit_code == 0
    assert file.read_text("utf-8-sig").startswith("kind,id,topic,pack")
