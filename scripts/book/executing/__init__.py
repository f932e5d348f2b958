"""The chapters in order, executed in parallel, and kept while nothing that they depend on changes."""
