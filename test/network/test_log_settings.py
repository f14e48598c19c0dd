# P2, logging: debug, logger_file and logger_format concern the logger "ubiops" and no other.
from __future__ import annotations

import copy
import http.client
import logging
import pickle
from pathlib import Path
from typing import Any, Callable, Iterator, Tuple

import pytest
import urllib3  # which adds a handler to its logger when it is imported

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.server import Reply

LOGGER = logging.getLogger("ubiops")


def state_of(logger: logging.Logger) -> Tuple[Any, ...]:
    return logger.level, list(logger.handlers), list(logger.filters), logger.propagate, logger.disabled


@pytest.fixture(autouse=True)
def everything_is_put_back() -> Iterator[None]:
    others = [logging.getLogger(), logging.getLogger(urllib3.__name__), logging.getLogger("test")]
    before, debuglevel = [state_of(logger) for logger in others], http.client.HTTPConnection.debuglevel
    handlers, level = list(LOGGER.handlers), LOGGER.level
    yield
    assert [state_of(logger) for logger in others] == before
    assert http.client.HTTPConnection.debuglevel == debuglevel
    for handler in set(LOGGER.handlers) - set(handlers):
        LOGGER.removeHandler(handler)
        handler.close()
    LOGGER.setLevel(level)


def forget_handlers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make logging look as if nobody had set it up; pytest has, before each phase of a test."""
    monkeypatch.setattr(LOGGER, "propagate", False)


def test_debug_sets_the_level_and_puts_it_back() -> None:
    LOGGER.setLevel(logging.WARNING)
    configuration = ubiops.Configuration()
    assert configuration.debug is False
    configuration.debug = True
    assert (configuration.debug, LOGGER.level) == (True, logging.DEBUG)
    configuration.debug = True  # the level to go back to is still the first one
    configuration.debug = False
    assert (configuration.debug, LOGGER.level) == (False, logging.WARNING)
    configuration.debug = False
    assert LOGGER.level == logging.WARNING


def test_a_log_file_that_cannot_be_opened_is_said_at_once(tmp_path: Path) -> None:
    configuration = ubiops.Configuration()
    configuration.logger_file = str(tmp_path / "first.log")
    with pytest.raises(FileNotFoundError):
        configuration.logger_file = str(tmp_path / "no folder" / "second.log")
    assert configuration.logger_file == str(tmp_path / "first.log")
    configuration.logger_file = None


def test_a_copy_does_not_switch_debugging_on_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UBIOPS_DEBUG", "true")
    configuration = ubiops.Configuration()
    configuration.debug = False
    level = LOGGER.level
    for duplicate in (
        copy.copy(configuration),
        copy.deepcopy(configuration),
        pickle.loads(pickle.dumps(configuration)),
    ):
        assert (duplicate.debug, LOGGER.level) == (False, level)


def test_debug_adds_no_handler_where_logging_is_set_up() -> None:
    before = list(LOGGER.handlers)
    configuration = ubiops.Configuration()
    configuration.debug = True
    assert LOGGER.handlers == before
    assert configuration.logger_stream_handler is None


def test_debug_writes_to_the_terminal_where_logging_is_not_set_up(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    forget_handlers(monkeypatch)
    configuration = ubiops.Configuration()
    configuration.debug = True
    (handler,) = LOGGER.handlers
    assert configuration.logger_stream_handler is handler
    second = ubiops.Configuration()
    second.debug = True
    assert LOGGER.handlers == [handler]  # no line appears twice
    LOGGER.debug("to be seen")
    configuration.debug = False
    assert LOGGER.handlers == []
    assert "DEBUG to be seen" in capsys.readouterr().err


def test_log_lines_go_to_a_file(serve: Serve, connect: Connect, tmp_path: Path) -> None:
    path = tmp_path / "ubiops.log"
    api = connect(serve(Reply(body=[])))
    configuration = api.api_client.configuration
    configuration.logger_file = str(path)
    assert configuration.logger_file == str(path)
    assert path.read_text(encoding="utf-8") == ""  # nothing has been logged
    configuration.debug = True
    api.models_list("demo")
    first, second = path.read_text(encoding="utf-8").splitlines()
    assert " DEBUG GET http://127.0.0.1:" in first
    assert ": 200 in 0." in second
    configuration.logger_file = None
    assert configuration.logger_file is None
    api.models_list("demo")
    assert len(path.read_text(encoding="utf-8").splitlines()) == 2
    configuration.debug = False


def test_another_log_file_replaces_the_first(tmp_path: Path) -> None:
    configuration = ubiops.Configuration()
    configuration.logger_file = str(tmp_path / "first.log")
    LOGGER.warning("één")
    configuration.logger_file = str(tmp_path / "second.log")
    LOGGER.warning("twee")
    configuration.logger_file = ""
    assert (tmp_path / "first.log").read_text(encoding="utf-8").count("\n") == 1
    assert "twee" in (tmp_path / "second.log").read_text(encoding="utf-8")


def test_the_format_holds_for_handlers_before_and_after(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    forget_handlers(monkeypatch)
    configuration = ubiops.Configuration()
    assert configuration.logger_format == "%(asctime)s %(levelname)s %(message)s"
    configuration.logger_file = str(tmp_path / "ubiops.log")
    configuration.logger_format = "1 %(message)s"
    LOGGER.warning("a")
    configuration.debug = True
    LOGGER.warning("b")
    configuration.logger_file = str(tmp_path / "more.log")
    configuration.logger_format = "2 %(message)s"
    LOGGER.warning("c")
    configuration.logger_file = None
    configuration.debug = False
    assert configuration.logger_format == "2 %(message)s"
    assert (tmp_path / "ubiops.log").read_text() == "1 a\n1 b\n"
    assert (tmp_path / "more.log").read_text() == "2 c\n"


def test_a_terminal_handler_follows_the_format(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    forget_handlers(monkeypatch)
    configuration = ubiops.Configuration()
    configuration.debug = True
    configuration.logger_format = "3 %(message)s"
    LOGGER.warning("d")
    configuration.debug = False
    assert capsys.readouterr().err == "3 d\n"


def test_debug_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UBIOPS_DEBUG", "true")
    configuration = ubiops.Configuration()
    assert (configuration.debug, LOGGER.level) == (True, logging.DEBUG)
    configuration.debug = False


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
def test_a_copy_logs_no_line_twice(tmp_path: Path, duplicate: Callable[[Any], Any]) -> None:
    path = tmp_path / "ubiops.log"
    configuration = ubiops.Configuration()
    configuration.logger_file = str(path)
    configuration.logger_format = "%(message)s"
    twin = duplicate(configuration)
    assert twin.logger_format == "%(message)s"
    assert twin.logger["package_logger"] is LOGGER
    LOGGER.warning("once")
    configuration.logger_file = None
    assert path.read_text() == "once\n"


def test_the_loggers_are_named_as_before() -> None:
    assert {name: logger.name for name, logger in ubiops.Configuration().logger.items()} == {
        "package_logger": "ubiops",
        "urllib3_logger": "urllib3",
    }


def test_a_program_lets_http_client_show_what_is_sent(
    serve: Serve, connect: Connect, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(http.client.HTTPConnection, "debuglevel", 1)
        connect(serve(Reply())).models_update("demo", "churn", {"name": "churn-2"}, _preload_content=False).close()
    sent = capsys.readouterr().out
    assert "send: b'PATCH /v2.1/projects/demo/models/churn" in sent
    assert """send: b'{"name": "churn-2"}'""" in sent
