"""Words of law and service. Start at event_kinds.py."""
