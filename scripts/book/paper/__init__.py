"""The printed book: HTML pages become a tree of plain data, which Typst typesets.

`inline_elements`, `block_elements`, `tables` and `pictures` turn elements into nodes: JSON objects with a
`kind`. `nodes.typ` says how each kind looks; `book.typ` and `brief.typ` are the templates around them. Text
reaches Typst as data and never as code, so no words of an account can act as a command. `running_typst` runs
Typst.
"""
