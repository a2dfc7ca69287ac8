"""One list model per list shown."""
