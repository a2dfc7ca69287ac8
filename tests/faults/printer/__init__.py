"""What goes wrong between a print and its paper, made for real over CUPS and ippeveprinter."""
