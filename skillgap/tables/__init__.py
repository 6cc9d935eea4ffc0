"""Reports as DataFrames, one module a topic; with charts and export the only room that knows pandas."""
