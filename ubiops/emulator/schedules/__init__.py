"""Requests that are made at their times."""
