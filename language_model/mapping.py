"""Which fault an exception is: openai's own, and those it lets through."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import openai

from language_model.faults import FaultKind

_OPTIONS = ("response_format", "stream_options", "temperature", "max_tokens")
_UNNAMED = ("response_format", "stream_options")  # the two that older servers do not know


def fault_kind(error: Exception, begun: bool) -> FaultKind:
    """The kind of a fault; `begun` says whether the answer had started."""
    match error:
        case openai.APITimeoutError():
            return FaultKind.TIMEOUT
        case openai.APIConnectionError():
            return FaultKind.DROPPED if begun else FaultKind.NO_SERVER
        case openai.AuthenticationError() | openai.PermissionDeniedError():
            return FaultKind.BAD_KEY
        case openai.NotFoundError():
            return FaultKind.UNKNOWN_MODEL
        case openai.RateLimitError():
            return FaultKind.RATE_LIMITED
        case openai.APIStatusError(status_code=status):
            return FaultKind.SERVER if status >= 500 else FaultKind.REFUSED
        case openai.APIError():
            return FaultKind.SERVER
        case _:
            # JSONDecodeError, TypeError, ValidationError …: facts that no OpenAIError tells.
            return FaultKind.MALFORMED


def left_alone_for(error: Exception) -> float | None:
    """How long the server wants to be left alone, in seconds: told as a number, or as a day."""
    if not isinstance(error, openai.APIStatusError):
        return None
    headers = error.response.headers
    told = headers.get("retry-after", "")
    try:
        return max(0.0, float(told))
    except ValueError:
        until, now = _moment(told), _moment(headers.get("date", ""))
    if until is None:
        return None
    # By the server's own clock, where it tells it: ours may be minutes off.
    return max(0.0, (until - (now or datetime.now(UTC))).total_seconds())


def _moment(told: str) -> datetime | None:
    """The moment that a header tells in one of the three forms of HTTP; the old one has no zone."""
    try:
        moment = parsedate_to_datetime(told)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def refused_option(error: Exception, without: set[str]) -> str | None:
    """The option that a server does not take, as far as it can be told; None where none is left."""
    if not isinstance(error, openai.BadRequestError | openai.UnprocessableEntityError):
        return None
    told = f"{error.message} {error.param or ''}"
    left = [option for option in _OPTIONS if option not in without]
    named = (option for option in left if option in told)
    unnamed = (option for option in left if option in _UNNAMED)
    return next(named, None) or next(unnamed, None)
