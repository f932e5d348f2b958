"""Comparing claims: which of them speak of the same thing, and in what they differ."""
