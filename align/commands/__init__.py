"""The commands, a module a subject: each reads its arguments, calls the packages, and prints."""
