"""What a turn does as talk: asks, gives back, puts in; worked out on demand."""

from language.acts.of_turn import Act, acts_of, main_act

__all__ = ["Act", "acts_of", "main_act"]
