"""Reading an account: its passages, sentences and claims, each claim with its details."""
