"""Imports that wait until something needs them, so that the emulator starts quickly."""

from __future__ import annotations

import threading

IMPORTING = threading.RLock()
"""Held while such an import is made.

Several threads may need it at the same moment, and Python's own locks are one for each module: where modules import
each other, a thread can get one that is not finished.
"""
