"""Noun phrases and places: forces and weapons, who speaks, where."""
