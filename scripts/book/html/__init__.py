"""The HTML pages of the book, and the files that stand beside them."""
