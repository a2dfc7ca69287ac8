"""A virtual chip ID card at APDU level: files, access control, secure messaging, chip proofs, and their quirks.

Written from the card's side of ICAO Doc 9303-10 and -11 and sharing no protocol code with `devices.emrtd`, so that
a mistake made there is not mirrored here. All persons, keys and certificates are made up.
"""
