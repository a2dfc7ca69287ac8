"""What can happen to the card, its reader and its service."""
