"""A new rule file to start from: every field with what belongs into it."""

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from calls.errors import RecordError
from compliance_rules.load import PACKS
from compliance_rules.pack import Pack
from compliance_rules.rule import RuleId

_SCHEMA = "# yaml-language-server: $schema=../../schemas/rule.schema.json\n"

_NEW = """\
id: {id}
# The law of the pack that the rule belongs to. This pack has: {laws}
law: {law}
title: What the rule is about, in a few calm words
asks: >-
  What it asks of a collector, in words that a new hire understands.
citation: Where the law says so, for instance 15 U.S.C. 1692e(5)
# What it rests on: rule_text, case_law, derived, guidance, policy_or_industry
basis: rule_text
# How sure it is that the law says this: high, medium, low
certainty: high
# How much it matters: critical, major, minor
weight: major
# What a call is asked. Kinds: forbid, require, order, react, limit, when (docs/rules.md).
# A signal is shared (`threat.suit`: see language/signals/) or brought along below (`own.says_it`).
checks:
  - kind: forbid
    signals: [own.says_it]
    # if: {{fact: judgment_exists, is: false}}      # what must be known; nothing is guessed
own:
  # words: {{court: [court, courthouse, judge]}}     # a list, used in patterns as @court
  signals:
    says_it:
      means: What somebody says who says this.
      # A word; a|b; word+ in its regular forms; item? may be missing; ~3 up to three words between
      patterns:
        - "replace|these words"
# What excuses it: see compliance_rules/permissions/
permissions: [permit.negation, permit.quotation]
message: >-
  What was not met, as you would say it to the person who called.
better: What to say instead; it fits any call and no rule minds it.
examples:
  # At least three of each, as people talk; taking away any one pattern must break one of them.
  flag:
    - call: |
        collector: Replace this with something that must be found.
      turn: 0
  pass:
    - call: |
        collector: And this with something near it that is fine.
# Single sentences from somebody who has not seen your patterns; what is judged wrongly still goes
# under missed (should be found) or alarms (should pass).
# sentences: {{flag: [], pass: [], missed: [], alarms: []}}
"""

_REUSED = """\
id: {id}
# The law of the pack that the rule belongs to. This pack has: {laws}
law: {law}
# The rule whose checks, patterns, words and examples it takes over
reuses: {reuses}
citation: Where this law says so
# Only what differs: title, asks, basis, certainty, weight, applies, checks, permissions, message,
# message_if_open, better, examples
"""


def text_of_new(rule_id: str, pack: Pack, reuses: str | None = None) -> str:
    """What the file of a new rule says, every field with what belongs into it."""
    laws = list(pack.about.laws)
    return (_REUSED if reuses else _NEW).format(
        id=rule_id, law=laws[0], laws=", ".join(laws), reuses=reuses
    )


def new_rule(rule_id: str, pack: Pack, reuses: str | None = None, folder: Path = PACKS) -> Path:
    """Write the file of a new rule; raises `RecordError` where it cannot be made."""
    try:
        TypeAdapter(RuleId).validate_python(rule_id)
    except ValidationError as error:
        allowed = "small letters, digits and '_' with dots between, such as fdcpa.false.new_one"
        raise RecordError("rules", f"{rule_id!r} is no name of a rule", allowed) from error
    path = folder / pack.about.id / f"{rule_id}.yaml"
    text = text_of_new(rule_id, pack, reuses)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(_SCHEMA + text)
    except FileExistsError as error:
        raise RecordError(str(path), "the rule is there already", "another id") from error
    except OSError as error:
        raise RecordError(
            str(path), f"cannot be written ({error.strerror})", "a folder that can"
        ) from error
    return path
