"""A text read by a parser: its elements, their roles, how firmly each is said, what speaks of one thing."""
