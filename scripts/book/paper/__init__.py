"""The book and its briefs on paper."""
