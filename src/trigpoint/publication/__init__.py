"""What may be told, and how it looks. Start at report.py."""
