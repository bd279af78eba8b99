"""Values that carry their interval, method and count."""
