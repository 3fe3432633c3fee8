"""The widgets, one module each."""
