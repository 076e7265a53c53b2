"""A rule that only a house has, as its file says it; one for all tests, as it is built once."""

from __future__ import annotations

from pathlib import Path

from compliance_rules.own_rules import FOLDER_NAME

PACK = "house"
ID = "house.no_pet_names"
NAME = f"{PACK}/{ID}"
TEXT = f"""\
id: {ID}
law: house_policy
title: Nobody is our buddy
asks: Do not call somebody by a pet name such as buddy or sweetheart.
citation: The house's own guide to talking, section 3
basis: policy_or_industry
certainty: high
weight: minor
checks:
  - kind: forbid
    signals: [own.pet_name]
own:
  signals:
    pet_name:
      means: Calls the other side by a pet name.
      patterns:
        - "listen buddy|sweetheart"
message: You called them by a pet name.
better: Thank you for telling me that.
examples:
  flag:
    - call: |
        collector: Now listen buddy, this has been open for a while.
      turn: 0
    - call: |
        collector: You have to listen sweetheart, I only want to help.
      turn: 0
    - call: |
        consumer: Who is this?
        collector: Just listen, buddy, and I will tell you.
      turn: 1
  pass:
    - call: |
        collector: Thank you for taking the time to listen.
    - call: |
        consumer: Listen, buddy, I do not like your tone.
    - call: |
        collector: Is your buddy at the same address?
"""
SAID = "Now listen buddy, this has been open for a while."


def put(data_folder: Path, text: str = TEXT, name: str = NAME) -> Path:
    """The file as it stands in a data folder, put there by hand."""
    path = data_folder / FOLDER_NAME / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
