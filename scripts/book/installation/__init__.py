"""Setting up: the locked environment, and what the system must have."""
