"""Ways out of the kiosk: a table of them, each tried with real input events under the real compositor."""
