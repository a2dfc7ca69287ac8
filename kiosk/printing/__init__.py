"""Print jobs over a `devices.printer` driver: preflight, queue, job monitor."""
