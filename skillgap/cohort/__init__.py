"""Many students at once: identities, standings, the queue, group sessions, and anonymous exports."""
