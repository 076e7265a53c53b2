"""The one list that every step of the store enters itself in."""

from sqlite_utils import Migrations

migrations = Migrations("right_party")
