"""Trigpoint measures whether children are being protected. Start at README.md."""
