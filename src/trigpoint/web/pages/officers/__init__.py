"""Pages for the force's own day: work, children, who is missing, figures."""
