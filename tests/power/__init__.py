"""The power fails at every single write: `./station prove power`, and its short form in `./station withstand`."""
