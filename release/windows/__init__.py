"""The program for Windows, assembled on Debian: no Windows and no Wine takes part in building it."""
