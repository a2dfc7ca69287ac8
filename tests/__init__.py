"""Tests: unit mirrors the packages; journeys, faults, devices, architecture, benchmarks beside it."""
