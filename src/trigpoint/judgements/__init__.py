"""A standard applied to a chronology, as known at a moment. Start at single.py."""
