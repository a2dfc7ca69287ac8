"""The bootable image: a whole help point on one disk, made of Debian's packages and ours (decision 35)."""
