"""Finding out what is broken."""
