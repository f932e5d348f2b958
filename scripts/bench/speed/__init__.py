"""How fast: the book and the engine, each measured beside a floor, a goal, or what else there is.

random_claims claims drawn at random, with words as rare and as common as in prose
single_runs   one piece of work, done by a process of its own that says what it took
timing        processes timed; medians
books         building the book, against the floor
engine        comparing, reading, aligning and checking
rivals        two other splitters of sentences and one of embeddings, in an environment of their own

``make bench-speed`` runs it all, prints each figure as it comes, and writes `chapters/data/speed.json`.
"""
