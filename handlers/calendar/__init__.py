"""日子: the days and hours that people name, that documents print and that an office works."""
