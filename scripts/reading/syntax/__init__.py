"""Reading a text with a parser: its elements, their roles, how firmly each is said, and coreference."""
