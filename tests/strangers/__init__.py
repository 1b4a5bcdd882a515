"""Captures of other cities and their expected facts."""
