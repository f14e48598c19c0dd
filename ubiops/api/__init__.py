# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""The operations of the API."""

from ubiops.api.core_api import CoreApi

__all__ = ["CoreApi"]
