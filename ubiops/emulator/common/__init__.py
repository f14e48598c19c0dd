"""What all rooms use: errors, dates, ids, names of files."""
