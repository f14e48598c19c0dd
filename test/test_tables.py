"""How models are shown: a line in a list, tables in notebooks."""

from __future__ import annotations

import datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Iterator, List, Optional, Tuple

import numpy
import pytest
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

import ubiops
from test.support.models import MODELS, row
from ubiops._markup import Html, element
from ubiops.models import _model

HOSTILE = "<script>alert('1')</script>\"'&amp;<img onerror=alert(2)>"
KNOWN = {"caption", "p", "scope", "style", "table", "tbody", "td", "th", "thead", "tr"}
MOMENT = datetime.datetime(2020, 5, 13, 14, 39, 50, 123456, tzinfo=datetime.timezone.utc)


class Table(HTMLParser):
    """The cells of a table, and the names of all elements and attributes."""

    def __init__(self, markup: Optional[str]) -> None:
        super().__init__()
        self.rows: List[List[str]] = []
        self.outside: List[str] = []
        self.names: List[str] = []
        self._open: List[str] = []
        self.feed(markup or "")
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: List[Tuple[str, Optional[str]]]) -> None:
        self.names += [tag, *(name for name, _ in attrs)]
        self._open.append(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open[-1] in ("td", "th"):
            self.rows[-1][-1] += data
        else:
            self.outside.append(data)


def churn(name: str = "churn") -> ubiops.ModelList:
    return ubiops.ModelList(
        id="1",
        name=name,
        project="demo",
        description="",
        input_type="structured",
        output_type="plain",
        input_fields=[ubiops.ModelInputFieldList(name=field, data_type="int") for field in ("tenure", "charges")],
        creation_date=MOMENT,
    )


def requests(count: int, **fields: Any) -> List[ubiops.ModelRequestList]:
    return [ubiops.ModelRequestList.from_dict({"success": True, **fields}) for _ in range(count)]


def test_elements() -> None:
    made = element("a", "x < y", Html("<b>bold</b>"), ["1", Html("<i>2</i>")], title='"q"', data_id=3, class_=None)
    assert made == '<a title="&quot;q&quot;" data-id="3">x &lt; y<b>bold</b>1<i>2</i></a>'
    assert element("meta", charset="utf-8") == '<meta charset="utf-8">'


def test_what_no_markup_can_hold_is_replaced() -> None:
    assert element("b", "one\n\x1b[31m\ud800", title="\x00") == '<b title="\ufffd">one\n\ufffd[31m\ufffd</b>'


def test_a_model_in_a_list_is_a_line() -> None:
    expected = (
        "ModelList(id='1', name='churn', project='demo', input_type='structured', output_type='plain',"
        " input_fields=['tenure', 'charges'], creation_date=2020-05-13 14:39:50+00:00)"
    )
    assert repr([churn()]) == f"[{expected}]"


def test_long_values_are_cut_in_a_line() -> None:
    result = {"text": "x" * 1_000, "numbers": [1.5] * 1_000, "lines": "one\ntwo"}
    (request,) = requests(1, result=result)
    assert "\n" not in repr(request)
    assert "[1.5, 1.5, 1.5, ...]" in repr(request)
    assert len(repr(request)) < 250
    assert "x" * 1_000 in str(request)


def test_a_value_that_prints_in_several_lines() -> None:
    (request,) = requests(1, result=numpy.eye(2))
    assert "result=array([[1., 0.], [0., 1.]])" in repr(request)


def test_what_a_terminal_would_obey_is_escaped() -> None:
    status = ubiops.Status.from_dict({"status": "\x1b[31m\u202e\ud800", "\x1b]0;\n": {"\x07": "\r"}})
    assert repr(status).isprintable()
    assert repr(status) == r"Status(status='\x1b[31m\u202e\ud800', '\x1b]0;\n'={'\x07': '\r'})"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_model_is_one_line_and_a_table(model: Any) -> None:
    instance = model.from_dict(row(model))
    assert repr(instance).startswith(f"{model.__name__}(") and "\n" not in repr(instance)
    assert [key for key, _ in Table(instance._repr_html_()).rows] == list(model.openapi_types)


def test_the_table_of_a_model() -> None:
    shown = Table(churn()._repr_html_())
    assert shown.outside == ["ModelList"]
    assert ["name", "churn"] in shown.rows
    assert ["input_fields", "tenure, charges"] in shown.rows
    assert ["output_fields", ""] in shown.rows
    assert ["creation_date", "2020-05-13 14:39:50+00:00"] in shown.rows


def test_what_a_newer_server_sends_besides_is_in_the_table() -> None:
    assert ["region", "west"] in Table(ubiops.Status.from_dict({"status": "ok", "region": "west"})._repr_html_()).rows


def test_tables_are_escaped() -> None:
    (request,) = requests(1, result={HOSTILE: HOSTILE}, error_message=HOSTILE)
    request.additional_properties = {HOSTILE: HOSTILE}
    for markup in (request._repr_html_(), _model._table([request, request])):
        assert set(Table(markup).names) <= {
            "table",
            "caption",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "p",
            "style",
            "scope",
        }
        assert HOSTILE in [cell for each in Table(markup).rows for cell in each]


def test_the_table_of_a_list() -> None:
    shown = Table(_model._table(requests(2, result={"at_risk": True})))
    assert shown.rows == [
        ["success", "result"],
        ["True", "{'at_risk': True}"],
        ["True", "{'at_risk': True}"],
    ]
    assert shown.outside == ["2 ModelRequestList"]


def test_a_long_list_is_cut() -> None:
    shown = Table(_model._table(requests(1_234, result="x" * 100)))
    assert len(shown.rows) == 21
    assert shown.rows[1][1] == "x" * 59 + "\u2026"
    assert shown.outside == ["1,234 ModelRequestList, the first 20 of them shown"]


def test_a_list_of_several_kinds() -> None:
    mixed: List[_model.Model] = [churn(), *requests(1)]
    shown = Table(_model._table(mixed))
    assert shown.outside == ["2 models"]
    assert [len(each) for each in shown.rows] == [len(shown.rows[0])] * 3


@pytest.fixture
def html(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """What makes HTML in a shell of IPython that the client has found."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    shell: Any = InteractiveShell.instance(config=Config(HistoryManager={"enabled": False}))
    formatter = shell.display_formatter.formatters["text/html"]
    try:
        _model._show_lists_as_tables()
        yield formatter
    finally:
        InteractiveShell.clear_instance()


def test_ipython_shows_lists_of_models_as_tables(html: Any) -> None:
    assert Table(html([churn()])).outside == ["1 ModelList"]
    assert Table(html(sorted([churn("b"), churn("a")], key=lambda model: str(model.name)))).rows[1][1] == "a"


def test_ipython_shows_other_lists_as_ever(html: Any) -> None:
    class Own(List[Any]):
        def _repr_html_(self) -> str:
            return "<b>own</b>"

    class Plain(List[Any]):
        pass

    assert [html(each) for each in ([], [1], [churn(), 1], Plain([churn()]), {"a": churn()})] == [None] * 5
    assert html(Own([churn()])) == "<b>own</b>"


def test_what_another_library_makes_of_lists_remains(html: Any) -> None:
    html.for_type(list, lambda shown: f"<b>{len(shown)}</b>")
    _model._show_lists_as_tables()
    assert html([1, 2]) == "<b>2</b>"
    assert Table(html([churn()])).outside == ["1 ModelList"]


def test_without_ipython_nothing_happens() -> None:
    assert not InteractiveShell.initialized()
    _model._show_lists_as_tables()
