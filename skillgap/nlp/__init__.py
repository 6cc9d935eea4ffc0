"""A Document's text into annotations and mentions; the only room that knows spaCy."""
