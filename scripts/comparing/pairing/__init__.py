"""Which claims of two accounts speak of one thing.

`alignments` decides it, by shared words weighed by `word_rarity`; `candidate_pairs` finds what is worth it in
long accounts. `nearest_claims` points from a claim that stands alone to what comes nearest to it.
"""
