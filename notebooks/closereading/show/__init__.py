"""What a page shows: pictures, tables, panels with their controls."""
