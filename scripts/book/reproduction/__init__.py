"""Proof that a build can be reproduced: the book made twice, under unlike conditions."""
