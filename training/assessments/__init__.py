"""Work samples: the same fair call for every candidate, rated by people with the machine's help."""
