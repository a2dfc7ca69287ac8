"""ISO/IEC 7816-4: one-method connection, command and response APDUs, status words, TLV, wrapper chain."""
