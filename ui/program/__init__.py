"""Around the window: opening a station, what systemd hears of it, what a crash leaves behind (nothing)."""
