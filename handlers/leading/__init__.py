"""领导的问题: what leaders (and the office) ask in their own words, each subject in a file."""
