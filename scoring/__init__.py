"""Marks for a call, each with its evidence: where it is seen, why, and what to say instead."""
