"""Tables of built-in knowledge, read as package data."""
