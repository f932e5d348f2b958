"""Whether two words mean the same, and whether two texts tie them in the same roles.

`word_proofs` and `element_proofs` have the proofs, each with its name; `element_matching` lays one text over
another, `role_matching` compares the ties; `unsupported` names what is left over. The other files have proofs
of their own: words in the same order, what an earlier sentence says, figures that follow from others, rests.
"""
