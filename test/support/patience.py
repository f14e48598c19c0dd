"""How long tests wait."""

SOON = 30.0
"""Seconds in which anything happens that need not wait, even where the machine stands still for a while.

What a test tells apart from it by a clock takes a minute at least, or for ever; most can tell without one.
"""
