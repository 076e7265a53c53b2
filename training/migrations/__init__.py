"""The tables of the store, grown step by step; a step that was shipped is never edited."""

from importlib import import_module

from training.migrations.steps import migrations

__all__ = ["migrations"]

IN_ORDER = (
    "practice",
    "judging",
    "the_day",
    "keeping",
    "accounts",
    "bench",
    "assessments",
    "own_ways",
    "dry_runs",
    "rating_again",
    "candidates",
    "coaching",
    "scale_words",
    "cohorts",
    "tries",
    "covering",
    "answering",
    "locked_scales",
    "adopting",
)
"""A store goes through these modules one after the other, each from top to end."""

for name in IN_ORDER:
    import_module(f"{__name__}.{name}")
