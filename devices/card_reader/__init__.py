"""Card readers: the interface and its drivers (PC/SC, the virtual card), and transcripts of exchanges."""
