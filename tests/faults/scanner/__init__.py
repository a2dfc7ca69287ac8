"""One file per fault of a real scanner driver."""
