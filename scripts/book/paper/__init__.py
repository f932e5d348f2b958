"""The book on paper: pages of HTML become a tree of plain data, and Typst sets that tree.

`words`, `blocks`, `tables` and `pictures` turn elements into nodes, dicts of JSON whose `kind` says what they
are; `nodes.typ` says how each kind looks, `book.typ` and `brief.typ` what is around them. Text reaches Typst
as data and never as code, so nothing that an account says can be taken for a command. `press` runs Typst.
"""
