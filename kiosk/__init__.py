"""What a visit is and does: plain synchronous Python, no Qt, no threads, no drivers."""
