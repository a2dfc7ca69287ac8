"""Anonymous counters, their store, and the weekly and monthly reports made of them."""
