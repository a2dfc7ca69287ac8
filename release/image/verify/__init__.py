"""The image booted as a whole machine in QEMU: what only a booted machine shows."""
