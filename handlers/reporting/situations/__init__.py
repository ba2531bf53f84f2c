"""情况: what people tell that they did, put to its line with their own words kept."""
