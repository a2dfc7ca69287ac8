"""What a network does to whoever goes out on it."""
