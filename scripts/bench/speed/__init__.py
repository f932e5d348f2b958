"""How fast the book and the engine are, compared with a lower bound, a goal, or another program.

random_claims  generated claims, with words as rare and as common as in prose
single_runs    one piece of work in a process of its own, which prints what it took
timing         timing of processes; medians
books          building the book, against its lower bound
engine         comparing, reading, aligning and checking
rivals         two other sentence splitters and an embedding model, in an environment of their own

``make bench-speed`` runs all of it, prints each figure as it comes, and writes `chapters/data/speed.json`.
"""
