"""Learn the acts anew from the labelled turns: python -m language.act_classifier [--check]."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from language.act_classifier.classifier import Cuts, load_classifier
from language.act_classifier.held_out import (
    HeldOut,
    cuts_of,
    figures,
    held_out,
    read_with,
    right_act,
)
from language.act_classifier.labelled import LabelledTurn, digest_of, labelled_turns
from language.act_classifier.learning import in_integers, labels_of, learn, lesson_of

_FEWEST = 15  # turns that do an act, for it to be learned


def acts_in(turns: Sequence[LabelledTurn]) -> tuple[str, ...]:
    """The acts that enough turns do, by name."""
    told = Counter(act for turn in turns for act in labels_of(turn))
    return tuple(act for act in sorted(told) if told[act] >= _FEWEST)


def main(options: Sequence[str]) -> int:
    """Write the weights, or only say whether they belong to the turns."""
    turns = labelled_turns()
    made_from = digest_of(turns)
    if "--check" in options:
        if load_classifier().made_from == made_from:
            return 0
        sys.stderr.write("weights.npz: made from other turns - run `make acts`\n")
        return 1
    acts = acts_in(turns)
    lesson = lesson_of(turns, acts)
    held = held_out(turns, lesson)
    cuts = cuts_of(held, acts)
    sys.stdout.writelines(f"{line}\n" for line in _table(held, acts, cuts))
    in_integers(learn(lesson), cuts, acts, made_from).save()
    return 0


def _table(held: HeldOut, acts: Sequence[str], cuts: Cuts) -> Iterator[str]:
    """What is read of writers that were left out, by signals alone and with what was learned."""
    yield f"{'by writers left out':28} {'turns':>6}   signals: p, r    together: p, r"
    for one in figures(held, acts, cuts):
        shown = (
            f"{'-' if x is None else format(x, '.2f'):>5}" for x in (*one.by_signals, *one.together)
        )
        before = " ".join((f"{one.act:28}", f"{one.turns:>6}"))
        yield f"{before}   {'  '.join(shown)}"
    alone, together = (
        right_act(held, acts, found) for found in (held.lesson.said, read_with(held, cuts))
    )
    yield f"right_act by name: signals {alone:.3f}, together {together:.3f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
