"""Pure methods on words and numbers: they take tables as arguments and read no file."""
