"""A person's USB stick: the interface and its drivers (mounted by the system; a folder that plays one)."""
