"""花名册和绑定: who joins, leaves, takes over or is bound, as the office says it."""
