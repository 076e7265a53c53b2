"""What a turn does as talk: asks, gives back, puts in; worked out on demand."""

from language.acts.exchange import Said, said
from language.acts.of_turn import Act, acts_of, main_act

__all__ = ["Act", "Said", "acts_of", "main_act", "said"]
