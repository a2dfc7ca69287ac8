"""Content packs: read, validate, effective dates, overlay, signed updates. Knows no procedure, form or guide."""
