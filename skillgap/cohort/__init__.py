"""Many students at once: who is who, how each stands, who first, which sessions, and what may leave the office."""
