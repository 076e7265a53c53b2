"""What a turn does as talk, learned from labelled talk where the forms of sentences end."""

from language.talk_classifier.classifier import Talk, talk_of

__all__ = ["Talk", "talk_of"]
