"""The parts of the page for advisors, one module a part."""
