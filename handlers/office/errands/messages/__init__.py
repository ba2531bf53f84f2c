"""带话: whom the office wants to hear, do, explain or send something, in its own words."""
