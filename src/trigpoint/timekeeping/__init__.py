"""Instants, spans of time known imprecisely, working days. Start at span.py."""
