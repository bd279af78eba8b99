"""Which Trigpoint this is; printed on every report and beside every run."""

VERSION = "0.1.0"
