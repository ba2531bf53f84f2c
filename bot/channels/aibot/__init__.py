"""智能机器人: the long connection, over which files come too and for which nothing has to be reachable from outside."""
