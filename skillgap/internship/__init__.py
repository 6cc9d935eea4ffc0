"""Habits of an internship: goals, ratings, wins, people."""
