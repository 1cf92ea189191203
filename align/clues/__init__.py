"""What rules look for in a text: who is mentioned, how terms are used, what a remark looks like."""
