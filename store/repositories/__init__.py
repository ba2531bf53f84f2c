"""One module for each subject: every statement that reads or writes it."""
