"""What somebody does who visits the application."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from streamlit.testing.v1 import AppTest

from pages._held import REVISIONS, revised
from tests.training.accounts import signed_in_as
from training.models import Role
from training.store import DATA_VARIABLE, Store

APP = Path(__file__).parents[2] / "app.py"
SCENARIO = "laid_off_three_weeks_ago"


def visit() -> AppTest:
    """A browser that nobody has used yet."""
    return AppTest.from_file(APP, default_timeout=60).run()


def sign_in(app: AppTest, name: str, role: Role = Role.TRAINEE) -> AppTest:
    """The window belongs to somebody with an account, made here unless it is there."""
    store = Store(Path(os.environ[DATA_VARIABLE]))
    _, token = signed_in_as(store, name, role, datetime.now(UTC))
    app.session_state["who"] = token
    return app.run()


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click()
    return app.run()


def go(app: AppTest, page: str, **query: str) -> AppTest:
    app.switch_page(f"pages/{page}.py")
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def key_now(app: AppTest, key: str) -> str:
    """The key that a field of a form over a text has by now."""
    known = REVISIONS in app.session_state
    return revised(key, app.session_state[REVISIONS] if known else {})


def begin_call(app: AppTest, purpose: str = "Practise privately") -> str:
    """Go from the brief to a call; returns the id of the attempt."""
    press(go(app, "brief", scenario=SCENARIO), purpose)
    attempt = "".join(app.query_params["attempt"])
    go(app, "call", attempt=attempt)
    return attempt


def say(app: AppTest, *lines: str) -> AppTest:
    for line in lines:
        app.chat_input[0].set_value(line).run()
    return app


def buttons(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def shown(app: AppTest) -> str:
    """All that can be read on the page."""
    assert not app.exception
    kinds = (app.title, app.header, app.subheader, app.markdown, app.text, app.caption, app.info)
    texts = [element.value for kind in kinds for element in kind]
    warned = [element.value for element in app.warning]
    return "\n".join([*texts, *warned, *(element.proto.body for element in app.get("html"))])
