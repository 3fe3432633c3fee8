"""What a lesson is: what its cells call, what it accepts, what it keeps."""
