"""First contact, referral and first assessment."""
