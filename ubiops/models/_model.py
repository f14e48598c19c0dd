"""The base of all models: what the schemas of the API have in common."""

from __future__ import annotations

import json
import re
import sys
from operator import attrgetter
from typing import Any, Callable, ClassVar, Dict, List, Mapping, Optional, Sequence, Tuple, Type, TypeVar

import ubiops
from ubiops._decoding import Decoder
from ubiops._encoding import NULL, to_json_text
from ubiops._field import Check, Field
from ubiops._loading import LOADING
from ubiops._rows import compile_decoder, compile_plain_decoder
from ubiops._tracebacks import hide_own_frames
from ubiops.exceptions import ApiTypeError, ApiValueError, OpenApiException

M = TypeVar("M", bound="Model")

DECODER = Decoder(lambda name: getattr(ubiops.models, name))

_ATTRIBUTE = re.compile(r"^( +)(\w+): (.*(?:\n\1 .*)*)", re.MULTILINE)  # with any indentation: 3.13 removes it


def field(type: str, **constraints: Any) -> Any:
    """Declare a field of a model; see `Field`. What it means stands in the docstring of the class."""
    return Field(type, **constraints)


class Model:
    """Base of all models.

    A field is an attribute; its value lives in the instance's ``__dict__`` under the name with
    an underscore in front. Setting a field checks its limits, unless the configuration that the
    instance was made with turns `client_side_validation` off. What a server sends is not checked.

    A field that is None is left out of a request; `ubiops.NULL` sends ``null``.
    """

    openapi_types: ClassVar[Dict[str, str]] = {}
    attribute_map: ClassVar[Dict[str, str]] = {}
    discriminator: ClassVar[Optional[str]] = None

    _fields: ClassVar[Dict[str, Field]] = {}
    _keys: ClassVar[Tuple[str, ...]] = ()
    _checks: ClassVar[Tuple[Tuple[int, str, bool, Optional[Check]], ...]] = ()
    _compiled_decoder: ClassVar[Any]
    _fill: ClassVar[Any]

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        declared = {name: value for name, value in vars(cls).items() if isinstance(value, Field)}
        if not declared:
            return
        _take_all_by_position(cls.__init__)
        cls._fields = {**cls._fields, **declared}
        cls._checks = ()
        cls._fill = _fill
        cls._keys = tuple("_" + name for name in cls._fields)
        cls.openapi_types = {name: declaration.type for name, declaration in cls._fields.items()}
        cls.attribute_map = {name: name for name in cls._fields}
        texts = {name: " ".join(text.split()) for _, name, text in _ATTRIBUTE.findall(cls.__doc__ or "")}
        for index, (name, declaration) in enumerate(cls._fields.items()):
            label = f"`{cls.__name__}.{name}`"
            check = declaration.check(label)
            if check or declaration.required:
                cls._checks = (*cls._checks, (index, label, declaration.required, check))
            setattr(
                cls,
                name,
                property(
                    attrgetter("_" + name),
                    _setter("_" + name, label, declaration.required, check),
                    doc=texts.get(name),
                ),
            )

    def _assign(self, values: Tuple[Any, ...], configuration: Optional[ubiops.Configuration]) -> None:
        """Set all fields, in the order in which they are declared."""
        if configuration is not None:
            self.__dict__["local_vars_configuration"] = configuration
        if configuration is None or configuration.client_side_validation:
            try:
                for index, label, required, check in self._checks:
                    value = values[index]
                    if value is None:
                        if required:
                            raise _missing(label)
                    elif check is not None:
                        check(value)
            except OpenApiException as error:
                hide_own_frames(error)
                raise
        self._fill(values)

    @property
    def local_vars_configuration(self) -> ubiops.Configuration:
        """The configuration that the instance was made with, or a default one of its own, made on first use."""
        given: Optional[ubiops.Configuration] = self.__dict__.get("local_vars_configuration")
        if given is not None:
            return given
        own = self.__dict__["local_vars_configuration"] = ubiops.Configuration()
        return own

    @local_vars_configuration.setter
    def local_vars_configuration(self, configuration: ubiops.Configuration) -> None:
        self.__dict__["local_vars_configuration"] = configuration

    @property
    def additional_properties(self) -> Dict[str, Any]:
        """What a server sent, or a request is to send, beyond the fields that this version knows."""
        extra: Dict[str, Any] = self.__dict__.setdefault("additional_properties", {})
        return extra

    @additional_properties.setter
    def additional_properties(self, properties: Mapping[str, Any]) -> None:
        self.__dict__["additional_properties"] = dict(properties)

    @classmethod
    def from_dict(cls: Type[M], data: Mapping[str, Any]) -> M:
        """Make an instance from a JSON object, as if a server had sent it.

        Values that do not fit are kept as they are; unknown keys go to `additional_properties`.

        Args:
            data: The JSON object, with the names on the wire.

        Raises:
            ApiTypeError: `data` is not a mapping, or cannot be read.
        """
        wrong = f"{cls.__name__}.from_dict takes a JSON object, not {type(data).__name__}"
        if not isinstance(data, Mapping):
            raise ApiTypeError(wrong)
        try:
            row = data if type(data) is dict else dict(data)
        except Exception as error:
            raise ApiTypeError(f"{wrong}: it raised {type(error).__name__}") from error
        instance: M = cls._row_decoder()([row])[0]
        return instance

    @classmethod
    def from_json(cls: Type[M], text: str) -> M:
        """Make an instance from JSON text; see `from_dict`.

        Raises:
            ApiValueError: The text is not JSON.
            ApiTypeError: The JSON value is not an object.
        """
        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise ApiValueError(f"{cls.__name__}.from_json takes JSON text: {error}") from None
        return cls.from_dict(data)

    def to_dict(self) -> Dict[str, Any]:
        """Return all fields by name, with models in them as dicts too, at any depth."""
        return self._to_plain(masked=False)

    def to_json(self) -> str:
        """Return what a request would send: the set fields as a JSON object."""
        return to_json_text(self)

    def to_str(self) -> str:
        """Return the fields as readable text; passwords, tokens and other secrets are masked."""
        with LOADING:
            import pprint  # it takes long to load, and few show models as text

        try:
            return pprint.pformat(self._to_plain(masked=True))
        except Exception:  # something is nested deeply, or an object whose own methods fail
            return repr(self)

    def _to_plain(self, masked: bool) -> Dict[str, Any]:
        result = {}
        for name, declaration in self._fields.items():
            value = _plain_field(name, getattr(self, name), masked)
            result[name] = _mask(value) if masked and self._is_secret(declaration) else value
        for name, value in self.__dict__.get("additional_properties", {}).items():
            result[name] = _plain_field(name, value, masked)
        return result

    def _is_secret(self, declaration: Field) -> bool:
        secret = declaration.secret
        try:
            return bool(getattr(self, secret)) if isinstance(secret, str) else secret
        except Exception:  # an array, for instance, is neither true nor false
            return True

    def __repr__(self) -> str:
        with LOADING:
            from ubiops import _tables

        return _tables.line(type(self).__name__, self._to_plain(masked=True))

    def __str__(self) -> str:
        return self.to_str()

    def _repr_html_(self) -> str:
        with LOADING:
            from ubiops import _tables

        return _tables.table_of_one(type(self).__name__, self._to_plain(masked=True))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment] # instances can change

    def __getstate__(self) -> Dict[str, Any]:
        # The configuration may hold a token, which must not travel in a pickle.
        return {key: value for key, value in self.__dict__.items() if key != "local_vars_configuration"}

    def __setstate__(self, state: Dict[str, Any]) -> None:
        # Another version, 2.1.0 for instance, does not have all fields.
        self.__dict__.update({**dict.fromkeys(self._keys), **state})

    @classmethod
    def _row_decoder(cls: Type[M]) -> Callable[[Sequence[Any]], List[M]]:
        """Return the function that makes instances of JSON objects; a row that is no object stays as it is."""
        decode: Optional[Callable[[Sequence[Any]], List[M]]] = vars(cls).get("_compiled_decoder")
        if decode is None:
            decode = cls._compiled_decoder = compile_decoder(cls, DECODER)
        return decode

    @classmethod
    def _plain_row_decoder(cls: Type[M]) -> Optional[Callable[[Sequence[Any]], List[M]]]:
        """Return the function that does so for plain rows and raises for others; see `compile_plain_decoder`."""
        return compile_plain_decoder(cls, DECODER)


def _take_all_by_position(init: Any) -> None:
    """Let a constructor take every field by position, and None for one that is left out, as in 2.1.0.

    What it declares is for type checkers and editors: they tell which fields are required. Here a field that
    is missing gets an error that names it.
    """
    code = init.__code__
    positional, count = code.co_varnames[: code.co_argcount], code.co_argcount + code.co_kwonlyargcount
    defaults = dict(zip(reversed(positional), reversed(init.__defaults__ or ())), **(init.__kwdefaults__ or {}))
    init.__code__ = code.replace(co_argcount=count, co_kwonlyargcount=0)
    init.__defaults__ = tuple(defaults.get(name) for name in code.co_varnames[1:count])
    init.__kwdefaults__ = None


def _missing(label: str) -> ApiValueError:
    return ApiValueError(f"Invalid value for {label}: it is required and must not be None")


def _setter(key: str, label: str, required: bool, check: Optional[Check]) -> Callable[[Model, Any], None]:
    def set_field(instance: Model, value: Any) -> None:
        configuration = instance.__dict__.get("local_vars_configuration")
        if configuration is None or configuration.client_side_validation:
            try:
                if value is None and required:
                    raise _missing(label)
                if value is not None and check is not None:
                    check(value)
            except OpenApiException as error:
                hide_own_frames(error)
                raise
        instance.__dict__[key] = value

    return set_field


def _mask(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _mask(item) for key, item in value.items()}
    return None if value is None else "***"


def _plain_field(name: str, value: Any, masked: bool) -> Any:
    try:
        return _plain(value, masked)
    except Exception as error:
        if masked:
            return "..."
        fault = f"nested too deeply, contains itself, or cannot be read ({type(error).__name__})"
        raise ApiValueError(f"`{name}` is {fault}") from error


def _plain(value: Any, masked: bool) -> Any:
    if isinstance(value, Model):
        return value._to_plain(masked)
    if isinstance(value, (list, tuple)):
        return [_plain(item, masked) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item, masked) for key, item in value.items()}
    return None if value is NULL else value


def _fill(instance: Any, values: Tuple[Any, ...]) -> None:
    """Set all fields of the first instance of a class, and let the class have a function that spells them out."""
    cls = type(instance)
    targets = "".join(f"instance.{key}, " for key in cls._keys)
    names: Dict[str, Any] = {}
    exec(f"def fill(instance, values): {targets}= values", names)  # noqa: S102 - the names are those of the class
    cls._fill = names["fill"]
    cls._fill(instance, values)


def _table(models: Sequence[Model]) -> str:
    with LOADING:
        from ubiops import _tables

    names = {type(model).__name__ for model in models}
    first = [model._to_plain(masked=True) for model in models[: _tables.ROWS]]
    return _tables.table_of_many(names.pop() if len(names) == 1 else "models", first, len(models))


def _show_lists_as_tables() -> None:
    """Ask IPython for it, if it runs this program."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    if shell is not None:
        with LOADING:
            from ubiops import _tables

        _tables.show_lists(shell.display_formatter.formatters["text/html"], Model, _table)


_show_lists_as_tables()
