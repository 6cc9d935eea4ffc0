"""A GapReport into a LearningPlan."""
