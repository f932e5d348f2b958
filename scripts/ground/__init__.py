"""What every room stands on: tables kept by hand, files written whole, errors of one line, the machine."""
