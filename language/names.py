"""The closed list of signal names that ship with Right Party, and the kinds some of them have."""

from functools import cache
from typing import Literal

SpeakerSide = Literal["collector", "consumer", "anyone"]


def words_of(text: str) -> frozenset[str]:
    """The words of a text, for closed lists that read better as one."""
    return frozenset(text.split())


SAYINGS = words_of(
    """offers_check goes_on reassures next_step suggests tells_of_file waves_away announces remarks
    time_is_over takes_complaint allows_recording puts_on_family language_help relies_on_child
    talks_past refuses_relay offers_writing
    asks_safety stays_with points_to_help sets_aside safe_channel
    praises_offer defends checks_understanding wants_a_yes"""
)
"""What a collector merely says: a listener hears it, and no rule rests on it; of marks only those
of empathy do."""

MANNER = words_of(
    """validates invites advises asks_permission turns_to_self dismisses takes_back
    thanks_for_telling explains_use asks_consent asks_effect
    irritator sarcasm overpromise hard_word belittles evades muddles endears"""
)
"""How a collector takes things up and puts them: marks rest on it, and no mind and no rule does."""

SPEAKS_OF = words_of("topic talks_of_money payment_method hint affirms denies sets_boundary")
"""What a turn is about, what it lets be felt, a yes or no: heard, and no act of its own."""

COLLECTOR_SIGNALS = (
    words_of(
        """greeting self_identification ask_right_party ask_identifier confirm_identity
    collector_disclosure recording_notice debt_mention account_detail demand_payment open_question
    closed_question acknowledgement reflection offer counter_offer accept refuse
    ask_commitment_date ask_method recap promise_hardship_help explain_rights honour_stop
    honour_dispute transfer hold apology threat insult profanity blame pressure false_claim
    third_party_safe_message small_talk thanks goodbye off_topic injection
    ask_amount gives_reason explains_terms"""
    )
    | SPEAKS_OF
    | SAYINGS
    | MANNER
)

HARDSHIPS = words_of(
    """hardship_job hardship_health hardship_bereavement hardship_divorce hardship_other"""
)
"""What makes paying hard, each by its cause."""

CONSUMER_SIGNALS = HARDSHIPS | words_of(
    """confirms_identity denies_identity asks_who_is_calling gives_identifier refuses_identifier
    suspects_scam wrong_party third_party_answer at_work bad_time driving disputes_debt
    disputes_amount insurance_pending identity_theft already_paid asks_validation attorney
    bankruptcy deceased cease_all stop_channel recording language_need disability_need
    not_booked crisis_self_harm vulnerable asks_balance asks_options offers_payment counters
    accepts refuses promise_to_pay condition asks_time asks_why asks_what_about breathing_space
    debt_advice unsafe_to_talk asks_if_sued complaint anger insult profanity crying shame fear
    sarcasm greeting thanks goodbye affirms denies payment_method"""
)

KINDS: dict[str, frozenset[str]] = {
    "threat": words_of(
        """arrest suit garnish violence credit repeat_calls visit repossess disgrace fees
        supply unspecified"""
    ),
    "false_claim": words_of("attorney government urgency credit_bureau documents"),
    "acknowledgement": words_of("specific formula"),
    "ask_identifier": words_of("birth_date address ssn account_number other"),
    "gives_identifier": words_of("birth_date address ssn account_number name other"),
    "overpromise": words_of("credit quiet outcome kindness comfort"),
    "hard_word": words_of("pay late about under begin before use tell instead debt live office"),
    "hint": words_of("pity told reach harm choice court"),
    "topic": words_of(
        """reason job income costs means family health housing address channel method timing
        whereabouts debt dispute fear legal"""
    ),
    "collector_disclosure": words_of("attempt use"),
    "stop_channel": words_of("stop prefers complains"),
    "cease_all": words_of("stop rude"),
    "account_detail": words_of("figures creditor"),
    "self_identification": words_of("company"),
    "asks_effect": words_of("impact contact support duration episodes"),
    "payment_method": words_of("card bank_transfer direct_debit check online"),
}


@cache
def known_names() -> frozenset[str]:
    """Every name a shipped signal may have."""
    return COLLECTOR_SIGNALS | CONSUMER_SIGNALS


def split_name(key: str) -> tuple[str, str]:
    """`threat.arrest` is the name `threat` with the kind `arrest`; other dots stay in the name."""
    name, _, kind = key.partition(".")
    return (name, kind) if name in known_names() else (key, "")
