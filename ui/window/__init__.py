"""The window: engine, pages that fade, drawings, speech, aids. It decides nothing about a visit."""
