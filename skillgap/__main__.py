"""``python -m skillgap`` is the command line."""

from skillgap.cli import main

main()
