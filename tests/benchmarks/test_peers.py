"""The comparison asks all the same: rules written out for others find what ours find."""

import re

import pytest
from spacy import blank
from spacy.matcher import Matcher

from benchmarks.peers.rules import MOST_SEQUENCES, chosen, regexes, sequences
from language.patterns import WordLists, parse_pattern
from language.signals import shipped_families

COURT = parse_pattern("(take|sue) you ~2 (to court|@place)", WordLists({"place": ["jail", "hell"]}))
HOLDS = ("we will take you straight to court", "sue you to hell", "I'll take you to court")
LACKS = ("we take you at your word", "sue you or not", "court", "take you if we must to jail now")


@pytest.mark.parametrize("text", [*HOLDS, *LACKS])
def test_a_rule_written_out_finds_the_same(text: str) -> None:
    nlp = blank("en")
    matcher = Matcher(nlp.vocab)
    matcher.add("court", sequences(COURT))

    assert bool(matcher(nlp(text))) == (text in HOLDS)
    assert bool(re.search(regexes(COURT), text.lower())) == (text in HOLDS)


def test_rules_that_cling_to_a_sentence_are_left_out() -> None:
    assert sequences(parse_pattern("^ hello", WordLists({}))) == []


def test_as_many_rules_as_asked_and_none_too_long() -> None:
    rules = chosen(shipped_families(), 30)

    assert len(rules) == 30
    assert all(0 < len(sequences(pattern)) <= MOST_SEQUENCES for _, _, pattern in rules)
    assert chosen(shipped_families(), 30) == rules
