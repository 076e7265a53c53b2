"""The command line: which commands there are and what they take; `commands` makes what they say."""
