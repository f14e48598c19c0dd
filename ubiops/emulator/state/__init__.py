"""What is kept: the database, blobs, logs, measurements."""
