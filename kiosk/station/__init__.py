"""The station put together: settings -> devices -> services. The only room that names drivers.

`station` opens it. `devices` picks the drivers, `content` opens pack and trust roots, `visit` makes what a session
works with, `staff` what the staff side works with, `doctor` lists the checks.
"""
