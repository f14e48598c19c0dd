"""Programs that were written for the published client 2.1.0, what they print, and what this client does otherwise."""
