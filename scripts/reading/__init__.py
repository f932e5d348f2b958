"""Reading an account: its passages, sentences and claims, each claim with its details.

`formats` gets the text out of a file, `furniture` tells what in it is not the account's. `details` finds by
their form what can be checked: offices, dates, events, numbers. `syntax` reads sentences with a parser: every
element that carries sense, its role, how firmly it is said, and what it refers to.
"""
