"""A thousand stations: a list of them becomes settings, keys, labels; the province's signed settings reach them."""
