"""The scenarios of the house, loaded once for all tests."""

from simulator.library import load_scenarios

SCENARIOS = load_scenarios()
