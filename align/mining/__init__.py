"""Finding entries for a glossary in texts and their translations."""
