"""Verb groups and the clauses that stand around them."""
