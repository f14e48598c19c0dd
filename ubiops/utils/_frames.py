"""What the API returns, as tables of pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable

from ubiops import ApiTypeError
from ubiops.utils._extras import require

if TYPE_CHECKING:
    from pandas import DataFrame


def to_dataframe(models: Iterable[Any]) -> DataFrame:
    """Make a table of models: a row for each, a column for each field.

    Args:
        models: What an operation or an iterator returns: a list of `ModelList`, of `BatchModelRequestResultList`, ...

    Returns:
        The table, in the order of the models. Its values are those of `to_dict()`: dates are dates, results of
        requests are dicts or strings, and secrets are not masked. It has no columns if there are no models.

    Raises:
        MissingExtraException: If pandas is not installed.
        ubiops.ApiTypeError: If something is no model.
    """
    pandas = require("pandas", "notebooks")
    if hasattr(models, "to_dict"):
        raise ApiTypeError(f"to_dataframe takes a list of models: put this {type(models).__name__} into brackets")
    return pandas.DataFrame([_fields(model) for model in models])


def _fields(model: Any) -> Any:
    if not hasattr(type(model), "openapi_types"):
        raise ApiTypeError(f"to_dataframe takes models, as operations return them, not {type(model).__name__}")
    return model.to_dict()
