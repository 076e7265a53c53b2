"""The voice of a configured model; nothing is imported where none is configured."""

from importlib import import_module

from language_model import Settings, connect
from simulator.cue import Voice


def voice_of(settings: Settings | None) -> Voice | None:
    """The voice of the configured model, None where there is none."""
    if settings is None:
        return None
    voice: Voice = import_module("simulator.model_voice").ModelVoice(
        connect(settings), settings.reads
    )
    return voice
