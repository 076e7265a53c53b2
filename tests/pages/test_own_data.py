"""Your data: what goes and what stays is told before anything is deleted."""

from __future__ import annotations

import io
import zipfile

from streamlit.testing.v1 import AppTest

from pages._own_files import as_json, as_zip
from tests.pages.finished import KINDER, finished, tried_again
from tests.pages.visiting import go, press, shown
from tests.training.floor import NOW
from training.models import Purpose, Role
from training.people import sign_in_locally
from training.store import Store


def test_without_practice_there_is_nothing_to_delete(dana: AppTest) -> None:
    page = shown(go(dana, "own_data"))

    assert "There is no private practice of yours to delete" in page


def test_what_was_submitted_is_not_offered(dana: AppTest, store: Store) -> None:
    finished(store, purpose=Purpose.SUBMITTED)

    assert go(dana, "own_data").multiselect == []


def test_an_attempt_is_deleted_with_its_branches_after_one_question(
    dana: AppTest, store: Store
) -> None:
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    first = finished(store)
    tried_again(store, person, first, KINDER)
    go(dana, "own_data").multiselect(key="to_delete").set_value([first.id]).run()
    page = shown(dana)

    assert "2 practice attempts, 1 of them tried again from those you chose" in page
    assert "they do not count as a first time again" in page
    assert len(store.attempts(person)) == 2

    press(dana, "Delete 2 practice attempts …")
    press(dana, "Delete for good")

    assert store.attempts(person) == ()
    assert "2 practice attempts deleted" in "".join(one.value for one in dana.success)


def test_all_is_taken_along(dana: AppTest, store: Store) -> None:
    attempt = finished(store, ("=SUM(1)",))
    made = [one.proto.label for one in go(dana, "own_data").get("download_button")]
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)

    assert made == ["All as JSON", "All as tables (ZIP of CSV)"]
    assert attempt.id in as_json(store, person, NOW).decode()
    with zipfile.ZipFile(io.BytesIO(as_zip(store, person, NOW))) as folder:
        assert "'=SUM(1)" in folder.read("events.csv").decode("utf-8-sig")
        assert "version 2" in folder.read("README.txt").decode()
