"""Editions → dataset tables, descriptor, pages."""
