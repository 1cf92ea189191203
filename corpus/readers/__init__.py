"""Readers: one module a format, each turns a decoded file into a document."""
