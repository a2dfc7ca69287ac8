"""Data in, PDF bytes out (typst): declarations, leaflets, posters, day sheets. The only room that knows typst."""
