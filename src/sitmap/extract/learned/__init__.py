"""The learned second look: pairs of forces and places that the rules made nothing of."""
