# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""The operations of the API."""

from .core_api import CoreApi  # relative, so that type checkers see the module as an attribute, too

__all__ = ["CoreApi"]
