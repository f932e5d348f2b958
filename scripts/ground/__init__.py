"""What every room uses: tables kept by hand, files written in one step, one-line errors, this machine."""
