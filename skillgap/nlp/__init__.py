"""Reads the text of a Document into annotations and mentions; alone knows spaCy."""
