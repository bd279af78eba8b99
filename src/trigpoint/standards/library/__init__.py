"""One file per standard, in folders that follow the child's journey."""
