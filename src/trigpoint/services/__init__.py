"""One verb per file: what the shells call."""
