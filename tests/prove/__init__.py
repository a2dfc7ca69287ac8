"""Promises of the station, each a command that anyone can run: `./station prove NAME`."""
