"""Conferences, plans and their reviews."""
