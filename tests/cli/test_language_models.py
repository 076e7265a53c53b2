"""A language model on the command line: what it would be told, and a call in which it speaks."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from command_line.app import app
from tests.language_model.server import KEY, MODEL, ModelServer, says

SCENARIO = "laid_off_three_weeks_ago"


def run(*words: str, typed: str = "") -> tuple[int, str]:
    told = CliRunner().invoke(app, list(words), input=typed)
    return told.exit_code, told.output


def test_the_prompt_of_a_turn_is_shown() -> None:
    status, told = run("scenarios", "show", SCENARIO, "--prompt", "--turn", "6")

    assert status == 0
    assert "--- system\nYou speak for Ana" in told
    assert "The talk so far:" in told
    assert "What Ana does now: " in told


def test_a_turn_that_the_model_call_has_not_is_told() -> None:
    status, told = run("scenarios", "show", SCENARIO, "--prompt", "--turn", "99")

    assert status == 2
    assert "turn 99: the model call has none such - 1 to " in told


def test_play_lets_the_model_speak_that_is_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    with ModelServer() as server:
        server.will(says("Yes … this is Ana. Who's calling?"))
        monkeypatch.setenv("RIGHT_PARTY_MODEL", MODEL)
        monkeypatch.setenv("RIGHT_PARTY_MODEL_URL", server.url)
        monkeypatch.setenv("RIGHT_PARTY_MODEL_KEY", KEY)
        status, told = run(
            "play", SCENARIO, "--seed", "7", "--model", typed="May I speak with Ana Reyes?\n"
        )

    assert status == 0
    assert "Ana Reyes: Yes … this is Ana. Who's calling?" in told


def test_play_says_where_no_model_is_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RIGHT_PARTY_MODEL", raising=False)
    status, told = run("play", SCENARIO, "--model")

    assert status == 2
    assert "RIGHT_PARTY_MODEL: no language model is set up - see docs/language-models.md" in told
