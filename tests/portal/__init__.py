"""The portal's program against practice portals on loopback; `./station portal` plays it, `./station test` does not.

What the practice portals show is inferred from other people's programs for the real ones; nobody here has seen those.
"""
