"""May this person, now, see or do this? Questions with the refusal's words. See `roles`."""
