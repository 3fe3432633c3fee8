"""One report is one folder: its files, what is checked in them, and the tables made of them."""
