"""Fixes: applied to a text, a file, a row of a bitext, until nothing is left to fix."""
