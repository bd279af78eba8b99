"""The meaning of a standard as SQL, one noun a file; plan.py puts the parts together."""
