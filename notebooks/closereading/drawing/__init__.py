"""Drawing: a figure, and what each artist on it shows."""
