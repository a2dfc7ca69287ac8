"""Scan jobs over a `devices.scanner` driver: pages, quality gate, PDF under a size limit."""
