"""The same rules over the same turns by us and by others, side by side in one run."""
