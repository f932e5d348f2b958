"""Benches: how well the rules do on texts that were written to try them, one bench a file."""
