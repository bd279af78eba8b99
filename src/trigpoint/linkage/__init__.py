"""Likely links between records: a probability, an explanation, and a band."""
