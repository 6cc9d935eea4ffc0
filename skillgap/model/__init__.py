"""Every noun, frozen; standard library only."""
