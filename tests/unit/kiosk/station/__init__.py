"""The station put together."""
