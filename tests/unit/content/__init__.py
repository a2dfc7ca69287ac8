"""Tests of the shipped content pack."""
