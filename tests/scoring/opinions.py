"""Answers that a language model might give about a call, for a server of ours to send."""

from __future__ import annotations

import json
from typing import Any

from tests.language_model import server as does
from tests.language_model.server import Behaviour

Said = dict[str, Any]


def remark(turn: int, quote: str, says: str = "It was heard.", better: str = "") -> Said:
    """A remark on a turn, counted from 1."""
    return {"turn": turn, "quote": quote, "says": says, "better": better}


def judgement(
    empathy: int | None, communication: int | None, *remarks: Said, also: tuple[Said, ...] = ()
) -> str:
    """Levels on both scales, with the same remarks; `also` for empathy alone."""
    return json.dumps(
        {
            "empathy": {"remarks": [*remarks, *also], "level": empathy},
            "communication": {"remarks": list(remarks), "level": communication},
        }
    )


def judges(empathy: int | None, communication: int | None, *remarks: Said) -> Behaviour:
    return does.sends(judgement(empathy, communication, *remarks))
