"""Every program that the kiosk, its units or the package's scripts start, and the Debian package it comes from.

A test reads code, units and scripts and finds no other; `--verify` finds each of them in the installed system.
"""

from __future__ import annotations

ESSENTIAL = "Essential"
"""Part of every Debian system (Essential: yes); not named as a dependency."""
PROGRAMS = {
    # started by the program
    "lpstat": "cups-client",
    "scanimage": "sane-utils",
    "espeak-ng": "espeak-ng",
    "aplay": "alsa-utils",
    "amixer": "alsa-utils",
    # started by units, and by the scripts of the package
    "sway": "sway",
    "swaymsg": "sway",
    "setfont": "kbd",
    "cupsd": "cups",
    "lpadmin": "cups-client",
    "sysctl": "procps",
    "mount": "mount",
    "umount": "mount",
    "userdel": "passwd",
    "systemctl": "systemd",
    "systemd-notify": "systemd",
    "systemd-sysusers": "systemd",
    "systemd-tmpfiles": "systemd",
    "udevadm": "udev",
    "echo": ESSENTIAL,
    **dict.fromkeys(("mkdir", "rmdir", "rm", "mv", "ln", "cp", "chown", "install"), ESSENTIAL),
    **dict.fromkeys(
        (
            "cat",
            "cut",
            "grep",
            "id",
            "basename",
            "dirname",
            "mkfifo",
            "readlink",
            "printf",
            "sleep",
            "tail",
            "head",
            "sed",
            "timeout",
        ),
        ESSENTIAL,
    ),
    **dict.fromkeys(("setpriv", "getent"), ESSENTIAL),
}
OPTIONAL = {
    "udisksctl": "udisks2",
    # at the province's server only, which brings them with its PostgreSQL
    **dict.fromkeys(("pg_lsclusters", "pg_ctlcluster"), "postgresql-common"),
    # where two PCs share their devices
    **dict.fromkeys(("avahi-browse", "avahi-resolve-host-name"), "avahi-utils"),
    "psql": "postgresql-client-common",
}
"""Tried where it happens to be there; the kiosk does without."""
