"""Comparing claims with claims, and statements with a source: sameness is proved, difference is what is left.

Two claims that speak of one thing (`alignments`) are laid over each other word by word (`laid_claims`,
`element_matching`). A word is the same only by a proof with a name (`word_proofs`, `element_proofs`), in the
same part of what is told (`role_matching`). The rest is told by `changes`, one finder a file; two values
conflict where they stand in one slot (`slots`) and exclude each other (`incompatible_values`). The ledger's
rows, and the rules for whole accounts, are in `discrepancies`. `statement_verdicts` judges a statement by the
same proofs.
"""
