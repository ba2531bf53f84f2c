"""Conversation: what a message means, who may say it and what is answered."""
