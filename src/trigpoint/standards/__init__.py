"""What should have happened: the language and the library. Start at language.py."""
