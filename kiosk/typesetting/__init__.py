"""A template and its data in, pages out: the compiler typst, in this process or in one that ends with the visit.

It knows no paper: what a leaflet or a declaration says stands in `kiosk.documents`. The process loads this room and
little else, so that the first paper of a visit does not wait for what only the window needs.
"""
