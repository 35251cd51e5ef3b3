"""Layers → claims: rules give values their attribute, then subject, slot and stance are read around them."""
