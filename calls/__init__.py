"""The record of a call: what was said, done, decided and known. It stands on pydantic alone."""
