"""Which model is asked, where and for how long: from the environment or Streamlit's secrets."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, SecretStr, ValidationError

from language_model.faults import FaultKind, ModelFault

VARIABLE = "RIGHT_PARTY_MODEL"
"""The variable that names the model; each further setting is named after it."""


class Settings(BaseModel):
    """A model at a server that speaks OpenAI's chat completions.

    `seconds` is the deadline of a turn; `tokens` the most that an answer may have; `reads` lets the
    model also read what the signals did not understand.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: HttpUrl
    model: Annotated[str, Field(min_length=1)]
    key: SecretStr = SecretStr("")
    seconds: Annotated[float, Field(ge=1, le=60)] = 8.0
    temperature: Annotated[float, Field(ge=0, le=2)] = 0.7
    tokens: Annotated[int, Field(ge=50, le=8_000)] = 300
    reads: bool = False

    @property
    def host(self) -> str:
        """Where what people type would go."""
        return self.url.host or ""


def variable(field: str) -> str:
    """The environment variable of a setting."""
    return VARIABLE if field == "model" else f"{VARIABLE}_{field.upper()}"


def settings_from(
    environment: Mapping[str, str], secrets: Mapping[str, Any] | None = None
) -> Settings | None:
    """The settings, the environment before the secrets; None where no model is named.

    Raises:
        ModelFault: A setting is missing or is not what it should be.
    """
    given = {name: value for name, value in (secrets or {}).items() if value != ""}
    for field in Settings.model_fields:
        value = environment.get(variable(field), "").strip()
        if value:
            given[field] = value
    if "model" not in given:
        return None
    try:
        return Settings.model_validate(given)
    except ValidationError as error:
        fault = error.errors(include_input=False)[0]
        field = str(fault["loc"][0])
        where = variable(field) if field in Settings.model_fields else f"language_model.{field}"
        raise ModelFault.of(FaultKind.SETTINGS, where, fault["msg"]) from None
