"""Building what a technician installs: the frozen folder, its allow-list, and proofs about both."""
