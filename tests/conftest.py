"""What all tests share."""

from hypothesis import settings

# A deadline would make a slow machine fail a right program.
settings.register_profile("onrecord", deadline=None, max_examples=60)
settings.load_profile("onrecord")
