"""The printed book: HTML pages become a tree of plain data, which Typst typesets.

`words`, `blocks`, `tables` and `pictures` turn elements into nodes: JSON objects with a `kind`. `nodes.typ`
says how each kind looks; `book.typ` and `brief.typ` are the templates around them. Text reaches Typst as data
and never as code, so no words of an account can act as a command. `press` runs Typst.
"""
