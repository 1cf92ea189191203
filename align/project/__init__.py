"""A project: its settings, and which of its files belong together."""
