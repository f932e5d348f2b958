"""Two accounts of one alliance meeting: read, aligned and checked against a cited record."""
