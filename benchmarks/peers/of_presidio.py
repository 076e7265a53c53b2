"""Presidio: its analyser with one pattern recogniser a rule, over a blank English model."""

import tempfile
from functools import partial
from typing import Any

import spacy
from presidio_analyzer import AnalyzerEngine, Pattern, PatternRecognizer, RecognizerRegistry
from presidio_analyzer.nlp_engine import NlpEngineProvider

from benchmarks.peers.serving import Read, serve


def get_ready(rules: list[dict[str, Any]]) -> Read:
    """An analyser that knows these rules and nothing else."""
    folder = tempfile.mkdtemp()
    spacy.blank("en").to_disk(folder)
    models = [{"lang_code": "en", "model_name": folder}]
    provider = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models})
    registry = RecognizerRegistry(supported_languages=["en"])
    for number, rule in enumerate(rules):
        pattern = Pattern(name=f"r{number}", regex=rule["regex"], score=0.9)
        recognizer = PatternRecognizer(supported_entity=f"R{number}", patterns=[pattern])
        registry.add_recognizer(recognizer)
    analyzer = AnalyzerEngine(
        registry=registry, nlp_engine=provider.create_engine(), supported_languages=["en"]
    )
    return partial(analyzer.analyze, language="en")


if __name__ == "__main__":
    serve(get_ready)
