"""Runs scripts plainly and observed, and compares all that they say."""
