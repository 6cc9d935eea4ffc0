"""Files that somebody wrote to do harm, made by functions: nothing of them lies in the repository."""
