"""The HTML pages of the book, and the files beside them."""
