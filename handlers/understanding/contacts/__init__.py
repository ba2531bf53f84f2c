"""What a contact says, known by the kinds of words in it: of his pieces, of points, of who does it."""
