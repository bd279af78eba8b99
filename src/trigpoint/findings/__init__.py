"""What many judgements show, and how surely. Start at rates.py."""
