"""Data classes shared by all rooms: frozen, and built on the standard library alone."""
