"""Asking a language model over the network; the only home of openai.

Nothing here is imported by who has not configured a model: `connect` opens the client.
"""

from importlib import import_module

from language_model.asking import Answer, Message, Model, Shape, Usage
from language_model.faults import FaultKind, ModelFault
from language_model.settings import Settings, settings_from

__all__ = [
    "Answer",
    "FaultKind",
    "Message",
    "Model",
    "ModelFault",
    "Settings",
    "Shape",
    "Usage",
    "connect",
    "settings_from",
]


def connect(settings: Settings) -> Model:
    """A client for the model of these settings; importing what it needs takes most of a second."""
    model: Model = import_module("language_model.client").Client(settings)
    return model
