"""Reading English: every turn is read once, here; the only home of spaCy."""
