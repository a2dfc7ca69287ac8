"""The visit as the window sees it: where the visitor is, card, papers, scans, silence; the one door to threads."""
