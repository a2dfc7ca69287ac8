"""The officer's work as the window knows it: a card at the desk, and each task over it; gone with the officer."""
