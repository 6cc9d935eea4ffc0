"""Internship notes: goals, ratings, wins, contacts and applications."""
