"""Practice portals under the real names: the five families of filing pages, the login, the payment, a hostile page.

Written anew after what public programs for the real portals rely on, with the habits that cost those programs most:
blocks rebuilt after a choice, lists loaded late, boxes that choose on the press, hidden copies, names with versions.
"""
