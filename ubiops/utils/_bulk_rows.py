"""Rows in, outcomes out: what is read of iterables and DataFrames, and what DataFrames are made of outcomes."""

from __future__ import annotations

import sys
from itertools import islice
from typing import Any, Dict, Iterable, Iterator, List, Mapping, Tuple

import ubiops
from ubiops._loading import LOADING
from ubiops.utils._outcomes import LOST, RowOutcome, UnknownFateException


def is_frame(rows: Any) -> bool:
    """Tell whether this is a DataFrame of pandas."""
    pandas = sys.modules.get("pandas")  # whoever has a DataFrame has imported it
    return pandas is not None and isinstance(rows, pandas.DataFrame)


def check_rows(rows: Any) -> None:
    """Refuse what cannot be read as rows.

    Raises:
        ApiTypeError: It is no iterable, or a single row.
        ApiValueError: Columns of a DataFrame are not the names of fields.
    """
    if is_frame(rows):
        strange = [label for label in rows.columns if not isinstance(label, str)]
        if strange or not rows.columns.is_unique:
            raise ubiops.ApiValueError(
                "The columns of the DataFrame must be the names of the input fields, each of them once, not "
                f"{list(rows.columns)!r}"
            )
    elif isinstance(rows, (str, bytes, Mapping)) or not hasattr(rows, "__iter__"):
        raise ubiops.ApiTypeError(
            f"rows takes an iterable of dicts or texts, or a DataFrame, not {type(rows).__name__}; put a single row "
            "into a list"
        )


def read_chunks(client: ubiops.ApiClient, rows: Any, size: int) -> Iterator[List[Any]]:
    """Yield chunks of rows: for each row its JSON value, or the error that it has none."""
    if is_frame(rows):
        for start in range(0, len(rows), size):
            piece = rows.iloc[start : start + size]
            yield _encoded(client, piece, [piece.iloc[row : row + 1] for row in range(len(piece))])
        return
    rest = iter(rows)
    while True:
        chunk = list(islice(rest, size))
        if not chunk:
            return
        yield _encoded(client, chunk, [[row] for row in chunk])


def _encoded(client: ubiops.ApiClient, chunk: Any, singles: Iterable[Any]) -> List[Any]:
    try:
        return [_checked(row) for row in client.sanitize_for_serialization(chunk)]
    except (ubiops.ApiTypeError, ubiops.ApiValueError):
        return [_encoded_alone(client, single) for single in singles]


def _encoded_alone(client: ubiops.ApiClient, single: Any) -> Any:
    try:
        return _checked(client.sanitize_for_serialization(single)[0])
    except (ubiops.ApiTypeError, ubiops.ApiValueError) as error:
        return error


def _checked(row: Any) -> Any:
    if isinstance(row, (dict, str)):
        return row
    raise ubiops.ApiTypeError(f"A row must be a dict or a text, not {type(row).__name__}")


def to_frame(index: Any, outcomes: Iterable[RowOutcome]) -> Any:
    """Return a DataFrame of outcomes.

    Args:
        index: Its index.
        outcomes: The outcomes, in any order; rows without one are marked as lost.

    Raises:
        UnknownFateException: The outcomes ended with it; its `partial` is the DataFrame.
    """
    with LOADING:
        import pandas

    columns: Dict[str, List[Any]] = {}
    errors: List[Any] = [LOST] * len(index)
    lost, known = None, False
    try:
        for outcome in outcomes:
            known = True
            errors[outcome.index] = outcome.error
            for name, value in _cells(outcome):
                columns.setdefault(name, [None] * len(index))[outcome.index] = value
    except UnknownFateException as error:
        lost = error
    name = "error"
    while name in columns:
        name += "_"
    texts = pandas.Series(errors, index=index, dtype=object)  # newer versions would make NaN of None beside texts
    frame = pandas.DataFrame({**columns, name: texts}, index=index)
    if lost is not None:
        lost.partial = frame if known else None
        raise lost
    return frame


def _cells(outcome: RowOutcome) -> Iterator[Tuple[str, Any]]:
    """Yield the values of a row, with the names of their columns."""
    by_object = isinstance(outcome.request, ubiops.BatchPipelineRequestResultList)
    for name, result in (outcome.result or {}).items() if by_object else [("", outcome.result)]:
        if isinstance(result, dict):
            yield from ((f"{name}.{field}" if name else field, value) for field, value in result.items())
        elif result is not None:
            yield name or "result", result
