"""Every rule is found under some topic, and a topic names nothing that is not there."""

from fnmatch import fnmatchcase

from compliance_rules import shipped_packs
from compliance_rules.topics import topics

RULES = [rule for pack in shipped_packs() for rule in pack.rules]


def test_every_rule_has_a_topic() -> None:
    without = [rule.id for rule in RULES if not any(topic.has(rule) for topic in topics())]

    assert without == []


def test_every_form_in_a_topic_fits_a_rule() -> None:
    ids = {id_ for rule in RULES for id_ in (rule.id, rule.owner)}
    idle = [
        form
        for topic in topics()
        for form in topic.rules
        if not any(fnmatchcase(id_, form) for id_ in ids)
    ]

    assert idle == []


def test_a_rule_that_is_taken_over_is_about_the_same() -> None:
    by_id = {rule.id: rule for rule in RULES}

    for topic in topics():
        for rule in RULES:
            assert topic.has(rule) or not topic.has(by_id[rule.owner])
