"""This report's engine beside its peers: other programs that check a statement or compare two texts.

Each answers the same rows in one run. A peer is installed from the package index and runs without a network:
what would need one (a model to download) is left out, and so is a peer that fails; the result says why.

answers    what each peer is asked, and how its answer is read; runs in the peers' own environment
programs   the engine and the peers, each as something that answers rows
marked     accounts in which readers marked what differs, and how many of the marked places a program tells
sets       the labelled rows, and the figures of answers to them

``make bench-peers DATA=folder`` runs all of it, prints each figure as it comes, and writes
`chapters/data/peers.json`. Nothing of the labelled texts is kept, only figures.
"""
