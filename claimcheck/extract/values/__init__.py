"""Readers of quantities and dates."""
