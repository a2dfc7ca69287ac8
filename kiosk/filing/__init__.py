"""Filing online: where, which field takes which answer, what is never filled, what counts as filed.

Knows no Qt and no browser. What the portals look like is content (`assets/content/portals`).
"""
