"""Scanners: the interface and its drivers (eSCL, SANE, page images that play a scanner)."""
