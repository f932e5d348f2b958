"""How fast: the engine and the book, measured side by side with what else there is."""
