"""People's practice: attempts, the store that keeps them, who may read them, and progress."""
