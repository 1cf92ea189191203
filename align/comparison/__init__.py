"""Comparison: statements about the same facts in articles that are not translations of each other."""
