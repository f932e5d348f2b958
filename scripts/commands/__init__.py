"""The commands of `python -m scripts`, one a file; a survey and the benches have rooms of their own."""
