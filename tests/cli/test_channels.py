"""Lists, machines, texts and e-mails in the terminal."""

from __future__ import annotations

import pytest

from tests.cli.test_cli import SOON, run

MESSAGE = "Hello, this is Dana Wells with Harbor. Please call me back at 800-555-0142. Thank you."


def test_a_list_is_shown_decided_on_and_marked() -> None:
    typed = (
        f"/not-now HR-20731 hours {SOON} 09:30\n/other-way HR-20749 attorney\n"
        f"/dial HR-20735\n{MESSAGE}\n/disposition voicemail\n"
    )

    told = run("play", "dial_or_not", "--seed", "1", typed=typed)

    assert told.exit_code == 0, told.stderr
    assert "20:40 here (America/Denver)" in told.stdout
    assert "HR-20746  Prentiss Holloway, 720-555-0166 (mobile), Boulder, CO 80302" in told.stdout
    assert "\nmachine: " in told.stdout
    assert "whom to dial: " in told.stdout


def test_texts_and_e_mails_go_their_own_way() -> None:
    typed = (
        "Understood, no more texts will come to this number.\n"
        "/email Hi Maya\n/email maya.trent@mail.example Hi Maya, this is Dana with Harbor.\n"
        "/disposition information_sent\n"
    )

    told = run("play", "stop_texting_me", "--seed", "1", typed=typed)

    assert told.exit_code == 0, told.stderr
    assert "mtrent@brightreel.example (at work)" in told.stdout
    assert "your e-mail: no address is named - one of mtrent@brightreel" in told.stdout
    assert "somebody (sms): " in told.stdout
    assert "somebody (email): " in told.stdout


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("/dial HR-1", "account: there is no 'HR-1' - one of HR-20731"),
        ("/not-now HR-20731 tired", "reason: there is no 'tired' - one of allowed, hours"),
        ("/not-now HR-20731 hours soon", "/not-now: no day 'soon' - a day such as"),
        (f"/not-now HR-20731 hours {SOON} noon", "/not-now: no hour 'noon' - an hour such as"),
        ("/not-now HR-20731", "/not-now: the reason is missing - one of hours, frequency, pause"),
        ("/not-now HR-20731 hours 2020-11-20", "from when: 2020-11-20 08:00 is past - later than"),
        ("Hello?", "nobody has been called yet"),
    ],
)
def test_what_cannot_be_decided_is_explained(line: str, message: str) -> None:
    told = run("play", "dial_or_not", "--seed", "1", typed=f"{line}\n")

    assert told.exit_code == 0, told.stderr
    assert message in told.stdout
