"""Collectors that prove a scenario: they see what a trainee sees and speak their own words."""
