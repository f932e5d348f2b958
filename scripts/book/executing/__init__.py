"""The chapters in their order, executed side by side, and kept while nothing they rest on changes."""
