"""What stands in one slot of two texts, and what excludes each other there.

`slot_rivals` finds what fills the slot of a word in the other text; `incompatible_values` decides that both
cannot be true. `contrary_verbs` and `exchanged_parts` do so for whole clauses, and `harmless_leftovers` says
what may be left over beside a conflict.
"""
