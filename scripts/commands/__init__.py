"""The commands of `python -m scripts`, one file each. `survey` and `bench` have rooms of their own."""
