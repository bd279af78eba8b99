"""What every test of the project shares."""

from hypothesis import settings

# A case may wait for a cold import on a busy machine: time is measured by bench alone.
settings.register_profile("trigpoint", deadline=None)
settings.load_profile("trigpoint")
