"""The life of the package in a fresh Debian 12: installed, used, hung, broken, fallen back, purged."""
