"""Invented agencies' exports, planted failings, and the truth beside them."""
