"""Who investigates, how soon, and how supervised."""
