"""The engine of pipelines: it passes data through their objects, for direct and for batch requests."""

from __future__ import annotations

from .engine import PipelineOutcome, Pipelines
from .request import Deliver, DeliveryError, ModelRequest, Tools

__all__ = ["Deliver", "DeliveryError", "ModelRequest", "PipelineOutcome", "Pipelines", "Tools"]
