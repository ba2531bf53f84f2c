"""通知: what the office has sent, to whom and when."""
