"""Two rounds compared: what changed, how surely, and what else might explain it."""
