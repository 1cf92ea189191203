"""What is not reported: suppression comments, and the baseline of known findings."""
