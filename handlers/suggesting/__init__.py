"""猜意思: what a text that nothing understood most likely asks for, offered to its speaker."""
