"""What the station promises, each in plain words with its command, its tests and its last result."""
