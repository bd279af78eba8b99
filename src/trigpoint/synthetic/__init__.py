"""Invented exports of an invented force, planted failings, the truth alongside."""
