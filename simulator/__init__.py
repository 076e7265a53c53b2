"""The other end of the line: situations and people, the mind and the voice."""
