"""Which model is asked: from the environment, else from Streamlit's secrets, else none."""

from __future__ import annotations

import subprocess
import sys

import pytest

from language_model import ModelFault, Settings, settings_from
from language_model.settings import variable
from tests.ground.import_contracts import PROJECT

NAMED = {"RIGHT_PARTY_MODEL": "small-talker", "RIGHT_PARTY_MODEL_URL": "http://127.0.0.1:8080/v1"}


def test_where_no_model_is_named_there_is_none() -> None:
    assert settings_from({"OPENAI_API_KEY": "somebody's"}) is None
    assert settings_from({"RIGHT_PARTY_MODEL": " "}, {"url": "http://127.0.0.1/v1"}) is None


def test_the_environment_comes_before_the_secrets() -> None:
    secrets = {"model": "another", "key": "from-the-secrets", "reads": True}

    settings = settings_from(NAMED, secrets)

    assert settings is not None
    assert (settings.model, settings.host, settings.reads) == ("small-talker", "127.0.0.1", True)
    assert settings.key.get_secret_value() == "from-the-secrets"
    assert "from-the-secrets" not in repr(settings)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"RIGHT_PARTY_MODEL_URL": ""}, "RIGHT_PARTY_MODEL_URL: Field required"),
        ({"RIGHT_PARTY_MODEL_URL": "localhost"}, "RIGHT_PARTY_MODEL_URL: Input should be a valid"),
        ({"RIGHT_PARTY_MODEL_SECONDS": "soon"}, "RIGHT_PARTY_MODEL_SECONDS: Input should be a"),
        ({"RIGHT_PARTY_MODEL_SECONDS": "600"}, "RIGHT_PARTY_MODEL_SECONDS: Input should be less"),
    ],
)
def test_a_setting_that_will_not_do_is_named(change: dict[str, str], message: str) -> None:
    with pytest.raises(ModelFault) as caught:
        settings_from(NAMED | change)

    assert str(caught.value).startswith(message)
    assert "docs/language-models.md" in str(caught.value)


def test_a_secret_that_is_no_setting_is_named() -> None:
    with pytest.raises(ModelFault, match=r"language_model\.modle: Extra inputs"):
        settings_from(NAMED, {"modle": "small-talker"})


def test_without_a_model_nothing_of_openai_is_imported_and_no_pandas() -> None:
    program = (
        "import sys, training.practice, simulator.turn_taking, command_line.practice\n"
        "print({'openai', 'httpx2', 'language_model.client', 'pandas'} & set(sys.modules))"
    )

    told = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, check=True
    )

    assert told.stdout.strip() == "set()"


def test_every_setting_is_in_the_document_for_those_who_set_it() -> None:
    document = (PROJECT / "docs" / "language-models.md").read_text(encoding="utf-8")

    for field in Settings.model_fields:
        assert f"`{variable(field)}`" in document
