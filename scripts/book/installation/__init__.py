"""Installation: the locked Python environment, and what the tests need of the system."""
