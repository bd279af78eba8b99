"""One append-only, bitemporal chronology per child. Start at event.py."""
