"""The JSON Schema of a model, as a file for editors."""

import json

from pydantic import BaseModel


def render_schema(model: type[BaseModel]) -> str:
    """The text of the schema file of a model."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **model.model_json_schema(),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
