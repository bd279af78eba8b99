"""Police powers: police protection and custody."""
