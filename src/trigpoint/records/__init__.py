"""What agencies hand over, kept as given. Start at subjects.py."""
