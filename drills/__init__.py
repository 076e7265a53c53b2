"""Drills of three minutes: small questions made from rules, scenarios and dates, and their marking.

Nothing is kept here and nothing is drawn: `training.drilling` knows what is due, pages show it.
"""
