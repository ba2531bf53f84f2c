"""事项: what people register for the office to decide, one file for each subject."""
