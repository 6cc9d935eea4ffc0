"""Reports as DataFrames, one module for each topic. Only this room, charts, export and people's rooms use pandas."""
