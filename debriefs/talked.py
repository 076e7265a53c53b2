"""Who talked how much, in words; beside the call, and no mark of its own."""

from calls.turn import turn_number
from scoring.listening import Talk


def talk_told(talk: Talk | None) -> str:
    """Both sides' words and turns, and the longest turn of ours."""
    if talk is None:
        return ""
    words = talk.ours + talk.theirs
    return (
        f"Of {words} words {talk.ours} were yours ({talk.ours / words:.0%}), in {talk.our_turns} "
        f"of {talk.our_turns + talk.their_turns} turns. Your longest is turn "
        f"{turn_number(talk.longest.index)}, with {talk.longest.words} words."
    )
