"""Whether a text bears out a statement, contradicts it, or leaves it open.

`statement_verdicts` decides it, `contradicted` finds the conflicts; `sentence_ranking` says which sentences
carry a statement, `summaries` asks it of every sentence of a summary.
"""
