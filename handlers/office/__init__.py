"""质强办: what the office arranges for its campaign, each subject in a file."""
