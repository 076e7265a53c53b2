"""medspaCy: its TargetMatcher with ConText behind spaCy's English tokeniser and a sentenciser."""

from typing import Any

import medspacy.context  # noqa: F401 - registers the pipe
import spacy
from medspacy.target_matcher import TargetRule

from benchmarks.peers.serving import Read, serve


def get_ready(rules: list[dict[str, Any]]) -> Read:
    """A pipeline that looks for every sequence of every rule."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    matcher: Any = nlp.add_pipe("medspacy_target_matcher")
    matcher.add(
        [
            TargetRule(literal=f"rule {number}", category=f"R{number}", pattern=tokens)
            for number, rule in enumerate(rules)
            for tokens in rule["sequences"]
        ]
    )
    nlp.add_pipe("medspacy_context")
    return nlp


if __name__ == "__main__":
    serve(get_ready)
