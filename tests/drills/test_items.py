"""Every question has exactly one right answer, an explanation and where it stands written."""

from __future__ import annotations

from drills.item import Kind

FEW = {Kind.DIAL: 7, Kind.FINDING: 12, Kind.NEXT: 3, Kind.BETTER: 10, Kind.NUMBERS: 6}
