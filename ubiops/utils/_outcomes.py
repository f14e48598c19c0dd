"""What a bulk run gives back: an outcome for each row, or the rows whose fate nobody knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, List, Optional, Sequence, Tuple, Union

import ubiops
from ubiops._printable import printable

Request = Union[ubiops.BatchModelRequestResultList, ubiops.BatchPipelineRequestResultList]

LOST = "No answer came back when this row was sent, so the service may have taken it or not"


@dataclass(frozen=True)
class RowOutcome:
    """What became of a row.

    Attributes:
        index: Number of the row, from 0.
        request: The finished request as the API returned it; None if the service never took the row, or no longer
            has its result.
        error: Why there is no result; None if the request succeeded.
    """

    index: int
    request: Optional[Request] = None
    error: Optional[str] = None

    @property
    def success(self) -> bool:
        """Whether there is a result."""
        return self.error is None

    @property
    def result(self) -> Any:
        """The model's output, or a pipeline's outputs by the names of its objects; None without success."""
        if self.request is None or self.error is not None:
            return None
        if isinstance(self.request, ubiops.BatchPipelineRequestResultList):
            return {each.pipeline_object: each.result for each in self.request.model_requests}
        return self.request.result


class UnknownFateException(ubiops.OpenApiException):
    """Rows were sent and no answer came back, so nobody knows whether the service took them.

    Attributes:
        chunks: Index of the first and of the last row of each chunk.
        partial: The DataFrame of what is known, where one was asked for and the run came to its end; else None.
    """

    def __init__(self, chunks: Sequence[Tuple[int, int]], reason: str = "") -> None:
        self.chunks: List[Tuple[int, int]] = list(chunks)
        self.reason = reason
        self.partial: Any = None
        super().__init__(self.chunks, reason)

    def __str__(self) -> str:
        rows = ", ".join(f"{first} to {last}" for first, last in self.chunks)
        cause = f" ({printable(self.reason)})" if self.reason else ""
        return (
            f"The answer to rows {rows} was lost{cause}, so the service may have taken them or not. "
            'With unknown="resend" they are sent again, with unknown="skip" they are reported as failed'
        )


UnknownFateException.__module__ = "ubiops.utils"  # where programs find it, for tracebacks and pickles
