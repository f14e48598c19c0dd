"""Every field of every model, with hostile values."""

from __future__ import annotations

import functools
import json
from typing import Any, Dict

from hypothesis import strategies as st

import ubiops
from test.data.published_outcomes import good_value
from test.hardening.input import values
from test.support.models import MODELS

__all__ = ["MODELS", "attempt", "hostile"]

REFUSED = (ubiops.ApiTypeError, ubiops.ApiValueError)


def hostile(model: Any) -> st.SearchStrategy[Dict[str, Any]]:
    """Return the strategy of one to three hostile values for fields."""
    names = st.lists(st.sampled_from(list(model.openapi_types)), min_size=1, max_size=3, unique=True)
    return names.flatmap(lambda some: st.fixed_dictionaries(dict.fromkeys(some, values.VALUES)))


def attempt(model: Any, given: Dict[str, Any]) -> None:
    """Make a model with these values, set them, show it and write it; fail if what comes of it is not documented."""
    good = fair(model)
    try:
        use(model(**{**good, **given}), given)
    except REFUSED as error:
        named(error, model, given)
    instance = model(**good)
    for name, value in given.items():
        before = getattr(instance, name)
        try:
            setattr(instance, name, value)
        except REFUSED as error:
            named(error, model, {name: value})
            assert getattr(instance, name) is before
    use(instance, given)
    unchecked = model.from_dict(given)
    use(unchecked, given)


@functools.lru_cache(maxsize=None)
def fair(model: Any) -> Dict[str, Any]:
    """Return values that a model takes."""
    return {name: good_value(model, name) for name in model.openapi_types}


def named(error: Exception, model: Any, given: Dict[str, Any]) -> None:
    """Hold that an error names one of the fields."""
    assert any(f"`{model.__name__}.{name}`" in str(error) for name in given), error
    assert len(str(error)) < 2000


def use(instance: Any, given: Dict[str, Any]) -> None:
    """Do with a model what is done with models."""
    try:
        text = instance.to_json()
    except REFUSED as error:
        assert any(repr(name) in str(error) for name in given), error
    else:
        json.loads(text, parse_constant=lambda name: 1 / 0)
    for show in (repr, str, type(instance)._repr_html_):
        assert isinstance(show(instance), str)
    try:
        instance.to_dict()
    except ubiops.ApiValueError as error:
        assert any(name in str(error) for name in given), error
