"""The commands of `python -m scripts`, one a file. `survey` and `bench` have rooms of their own."""
