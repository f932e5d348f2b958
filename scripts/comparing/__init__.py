"""Comparing claims with claims, and statements with a source."""
