"""Printers: the interface and its drivers (IPP, a folder that plays a printer)."""
