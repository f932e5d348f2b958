"""Accounts of one event: read, aligned and checked against a cited record."""
