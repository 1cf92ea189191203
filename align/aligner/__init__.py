"""The sentence aligner: from two texts to beads, by meaning, dictionary, lengths and marks."""
