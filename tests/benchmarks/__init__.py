"""Benchmarks behind `./station bench NAME`; never run by the tests."""
