"""The only place that knows Qt: the kiosk's window over a Station."""
