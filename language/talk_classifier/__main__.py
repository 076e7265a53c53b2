"""Learn the acts of talk anew: python -m language.talk_classifier."""

import sys
from collections.abc import Iterator

from language.act_classifier.learning import in_integers, learn
from language.talk_classifier.classifier import WEIGHTS
from language.talk_classifier.held_out import HeldOut, better_learned, cuts_of, figures, held_out
from language.talk_classifier.labelled import ACTS, digest_of, labelled_talk
from language.talk_classifier.learning import lesson_of, read_talk


def main() -> int:
    """Write the weights of each kind, and how writers are read of whom nothing was learned."""
    for kind, acts in ACTS.items():
        turns = labelled_talk(kind)
        readings = [read_talk(turn) for turn in turns]
        lesson = lesson_of(turns, readings, acts)
        held = held_out(turns, readings, lesson, acts)
        better = better_learned(held)
        sys.stdout.writelines(f"{line}\n" for line in _table(kind, held, better))
        path = WEIGHTS / f"{kind}.npz"
        path.unlink(missing_ok=True)
        if better:
            kept = [acts.index(act) for act in better]
            learned, cuts = learn(lesson).of(kept), cuts_of(held)[kept]
            in_integers(learned, cuts, better, digest_of(turns), alike=True).save(path)
    return 0


def _table(kind: str, held: HeldOut, better: tuple[str, ...]) -> Iterator[str]:
    yield f"{kind:24} {'turns':>6}  forms  learned"
    for one in figures(held):
        name = f"{one.act}{', stripped' if one.stripped else ''}"
        stays = "" if one.act in better else "  forms stay"
        yield f"  {name:28} {one.turns:>4}   {one.by_form:.3f}    {one.learned:.3f}{stays}"


if __name__ == "__main__":
    sys.exit(main())
