"""Staying on the line: what is not understood, what is too much, and how a call ends."""

from dataclasses import replace

from calls.moves import Act, Ending
from simulator.memory import Kept
from simulator.moment import Draft, Moment


def puzzled_by_machine_talk(moment: Moment) -> Draft | None:
    """Somebody talks to a machine that is not there: a person does not know what to make of it."""
    if not moment.heard.has("injection"):
        return None
    times = moment.memory.count(Kept.PUZZLED)
    acts = ((Act.NOT_UNDERSTOOD,), (Act.ASKS_BACK,), (Act.SNAPS,))[min(times, 2)]
    return Draft(acts, remember=(Kept.PUZZLED,))


def leave(moment: Moment) -> Draft | None:
    """Warns that they will hang up, then does, unless they are won back."""
    if moment.memory.warned:
        return _after_warning(moment)
    if not moment.hurt():
        return None
    fed_up = moment.mood.tension >= moment.limits.warns_at_tension
    if not fed_up and moment.mood.patience > moment.limits.warns_at_patience:
        return None
    if moment.memory.count(Kept.WARNED) > 1:
        return _hangs_up()
    warning = Draft((Act.THREATENS_TO_HANG_UP,), remember=(Kept.WARNED,))
    return warning.first(Act.SNAPS) if moment.heard.harsh else warning


def _after_warning(moment: Moment) -> Draft | None:
    if moment.caused("won_back"):
        return Draft((Act.SOFTENS,), remember=(Kept.WON_BACK,))
    return _hangs_up() if moment.hurt() else None


def _hangs_up() -> Draft:
    return Draft((Act.HANGS_UP,), ending=Ending.HUNG_UP)


def snap(moment: Moment) -> Draft | None:
    """Something hurt badly: that is answered, whatever else the turn said."""
    if not moment.heard.harsh or moment.heard.has("apology"):
        return None
    if _breaks(moment):
        return Draft((Act.BREAKS_DOWN,))
    mild = not moment.caused("threatened", "insulted", "swore", "blamed")
    if mild and moment.mood.tension < moment.limits.snaps_at_tension:
        return None
    return Draft((Act.REFUSES,) if moment.memory.just(Act.SNAPS) else (Act.SNAPS,))


def flinch(moment: Moment) -> Draft | None:
    """A push that asked for nothing in particular."""
    return Draft((Act.HESITATES,)) if moment.heard.harsh else None


def _breaks(moment: Moment) -> bool:
    ashamed = moment.mood.shame >= moment.limits.cries_at_shame
    return ashamed and not moment.memory.did(Act.BREAKS_DOWN)


def part(moment: Moment) -> Draft | None:
    """The collector says goodbye, and that is that."""
    if not moment.heard.has("goodbye"):
        return None
    thankful = moment.mood.trust >= 50 and moment.heard.has("thanks")
    acts = (Act.THANKS, Act.SAYS_GOODBYE) if thankful else (Act.SAYS_GOODBYE,)
    return Draft(acts, ending=Ending.GOODBYE)


def with_goodbye(moment: Moment, draft: Draft) -> Draft:
    """Whatever else there was in a turn that ended with a goodbye, the call is over."""
    asks = any(act.startswith("asks_") for act in draft.acts)
    if draft.ending is not None or asks or not moment.heard.has("goodbye"):
        return draft
    return replace(draft.then(Act.SAYS_GOODBYE), ending=Ending.GOODBYE)


def be_at_a_loss(moment: Moment) -> Draft:
    """Nothing in the turn could be made sense of; nobody says so in the same way twice running."""
    again = moment.memory.just(Act.NOT_UNDERSTOOD)
    return Draft((Act.ASKS_BACK if again else Act.NOT_UNDERSTOOD,), understood=False)
