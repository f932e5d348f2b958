"""Comparing claims with claims, and statements with a source: sameness is proved, difference is what is left.

pairing/         which claims of two accounts speak of one thing
proofs/          whether two words mean the same, in the same part of what is told: by a proof with a name
laid_claims.py   two accounts laid over each other, word by word: what is proved and what is left
slots/           what stands in one slot, and which values of it exclude each other
changes/         what two claims say otherwise, one finder a file; which of it conflicts
discrepancies/   the rows of the ledger, with the rules for whole accounts
statements/      whether a text bears out a statement, by the same proofs and slots
word_classes.py  how much of two accounts was compared: each word is in one class
"""
