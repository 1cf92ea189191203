"""Align Chinese and English texts, and find mistranslations."""
