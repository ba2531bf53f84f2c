"""领导要人做的: what a leader orders, wishes or has passed on, said back before it goes."""
