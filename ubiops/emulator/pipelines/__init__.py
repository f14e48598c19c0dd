"""The engine of pipelines: it passes data through their objects, for direct and for batch requests."""

from __future__ import annotations

from .engine import PipelineOutcome, Pipelines
from .request import Deliver, DeliveryError, Dependencies, ModelRequest

__all__ = ["Deliver", "DeliveryError", "Dependencies", "ModelRequest", "PipelineOutcome", "Pipelines"]
