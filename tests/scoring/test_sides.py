from calls.notation import parse_transcript
from calls.record import Record
from compliance_rules.finding import CheckResult
from language.shipped import shipped_reader
from scoring.case import Case
from scoring.empathy.sides import balance

TOLD = "consumer: I lost my job in spring and I can't sleep for worry about the bills."


def worth(*answers: str) -> float:
    said = "\n".join(f"{TOLD}\ncollector: {answer}" for answer in answers)
    call = parse_transcript(said)
    check = CheckResult(id="c", turns=len(call.turns), assumed=(), packs_off=(), findings=())
    return balance(Case(Record(call), shipped_reader().read_call(call), check))


def test_giving_back_is_worth_more_than_a_murmur_and_advice_less() -> None:
    given_back = worth("You lost your job, and the bills keep you awake. What worries you most?")
    nothing = worth("Well, okay then, fine.")
    advice = worth("You should really get up earlier and spend less on yourself.")

    assert given_back > nothing > advice


def test_nothing_said_is_worth_nothing() -> None:
    assert worth("Mm.") == 0.0
