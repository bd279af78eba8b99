"""One file per source system: reads it, never judges it."""
