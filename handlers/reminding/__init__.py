"""提醒: who is told what by itself, and when, as pure functions of the moment and of what the store holds."""
