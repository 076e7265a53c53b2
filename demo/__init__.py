"""A demonstration: people with some weeks of practice and a work sample, made by bots."""
