"""日子和期限: deadlines, extensions, days off and office hours, as the office sets them."""
