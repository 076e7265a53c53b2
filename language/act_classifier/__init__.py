"""What a collector's turn does, learned from labelled turns where patterns of words end."""

from language.act_classifier.classifier import ActClassifier, made_out, shipped_classifier

__all__ = ["ActClassifier", "made_out", "shipped_classifier"]
