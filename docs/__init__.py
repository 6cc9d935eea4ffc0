"""The manual's pictures and how they are made."""
