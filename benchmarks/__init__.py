"""How good and how fast it is, measured by anyone: each module prints its table."""
