"""The program played by itself: a visit, the technician's setup, the gallery. It presses what a person presses."""
