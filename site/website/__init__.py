"""Makes the website: the lessons as pages, and the same lessons live in the browser."""
