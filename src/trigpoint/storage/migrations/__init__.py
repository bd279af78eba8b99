"""Tables, in order; the walls are in those named `walls`."""
