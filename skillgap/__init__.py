"""Read a resume, find the IT skills it gives evidence for, and show what an internship role still asks for.

The path: bytes -> ``documents`` -> Document -> ``nlp`` -> mentions -> ``profile`` -> SkillProfile (``pipeline.read``);
SkillProfile + RoleProfile -> ``gap`` -> GapReport -> ``plan`` -> LearningPlan (``pipeline.assess``);
reports -> ``tables`` -> DataFrames -> ``charts`` and ``export``. Data moves in that direction only.
"""

__version__ = "0.1.0"
