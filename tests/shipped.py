"""The scenarios of the house, loaded once for all tests."""

from simulator.library import load_scenarios

EVERY = load_scenarios()
SCENARIOS = {name: one for name, one in EVERY.items() if not one.in_terminal}
"""Those that are one call with one person."""
CHANNELS = {name: one for name, one in EVERY.items() if one.in_terminal}
"""Those before a call or in writing."""
