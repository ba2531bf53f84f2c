"""考核任务: what a campaign is made of: its rubric, what the office arranged for it, its targets, names and scores."""
