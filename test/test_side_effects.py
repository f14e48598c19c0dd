# What the client does not do behind the user's back.
from __future__ import annotations

import threading
from typing import Any, List

import pytest

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.models import row
from test.support.process import run
from test.support.server import Reply

SNAPSHOTS = """
    import http.client, json, locale, logging, os, signal, socket, ssl, sys, threading, warnings
    import certifi, dateutil.parser, multiprocessing.pool, six, urllib3  # what these do is theirs

    def describe(logger):
        return [logger.level, len(logger.handlers), len(logger.filters), logger.propagate, logger.disabled]

    def snapshot():
        loggers = [logging.getLogger(), *(logging.getLogger(name) for name in ("urllib3", "ubiops", "py.warnings"))]
        others = sorted(name for name in logging.root.manager.loggerDict if not name.startswith("ubiops"))
        return json.dumps({
            "loggers": [describe(logger) for logger in loggers],
            "names": others,
            "lastResort": repr(logging.lastResort),
            "logger class": repr(logging.getLoggerClass()),
            "disabled": logging.root.manager.disable,
            "showwarning": repr(warnings.showwarning),
            "filters": [repr(entry) for entry in warnings.filters],
            "debuglevel": [http.client.HTTPConnection.debuglevel, http.client.HTTPSConnection.debuglevel],
            "timeout": socket.getdefaulttimeout(),
            "https context": repr(ssl._create_default_https_context),
            "environment": dict(os.environ),
            "folder": os.getcwd(),
            "locale": locale.setlocale(locale.LC_ALL),
            "signals": [repr(signal.getsignal(number)) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGPIPE)],
            "hooks": [repr(hook) for hook in (sys.excepthook, threading.excepthook, sys.displayhook)],
            "path": sys.path,
            "recursion": sys.getrecursionlimit(),
            "switch": sys.getswitchinterval(),
            "streams": [repr(stream) for stream in (sys.stdin, sys.stdout, sys.stderr)],
            "json": repr(json._default_encoder.__dict__),
            "threads": [thread.name for thread in threading.enumerate()],
        }, sort_keys=True)

    logging.getLogger().setLevel(logging.ERROR)
    http.client.HTTPConnection.debuglevel = 0
    steps = [("at the start", snapshot())]
    import ubiops
    steps.append(("import", snapshot()))
    configuration = ubiops.Configuration(host=sys.argv[1], api_key={"Authorization": "Token t"})
    steps.append(("configuration", snapshot()))
    ubiops.ModelCreate("m", input_type="plain", output_type="plain").local_vars_configuration
    steps.append(("model", snapshot()))
    with ubiops.ApiClient(configuration) as client:
        ubiops.CoreApi(client).models_list("demo")
        steps.append(("call", snapshot()))
        try:
            ubiops.CoreApi(client).models_list("demo")
        except ubiops.NotFoundException:
            steps.append(("failure", snapshot()))
    steps.append(("close", snapshot()))
    configuration.debug = True
    configuration.debug = False
    steps.append(("debug on and off", snapshot()))
    print(json.dumps(steps))
"""


@pytest.fixture
def constructions(monkeypatch: pytest.MonkeyPatch) -> List[ubiops.Configuration]:
    """The configurations that are made during the test."""
    made: List[ubiops.Configuration] = []
    construct = ubiops.Configuration.__init__

    def counting(self: ubiops.Configuration, *arguments: Any, **keywords: Any) -> None:
        made.append(self)
        construct(self, *arguments, **keywords)

    monkeypatch.setattr(ubiops.Configuration, "__init__", counting)
    return made


def test_no_configuration_is_made_for_rows_that_are_decoded(
    serve: Serve, connect: Connect, constructions: List[ubiops.Configuration]
) -> None:
    # P1
    server = serve(Reply(body=[row(ubiops.ModelList)] * 500))
    api = connect(server)
    constructions.clear()
    models = api.models_list("demo")
    assert len(models) == 500
    assert models[-1].input_fields is not None
    assert isinstance(models[-1].input_fields[0], ubiops.ModelInputFieldList)
    assert [model.to_dict() == models[0].to_dict() for model in models] == [True] * 500
    assert constructions == []


def test_no_configuration_is_made_for_models_that_are_built_set_and_sent(
    serve: Serve, connect: Connect, constructions: List[ubiops.Configuration]
) -> None:
    # P1
    api = connect(serve(Reply(body=row(ubiops.ModelList))))
    constructions.clear()
    for _ in range(50):
        create = ubiops.ModelCreate("m", input_type="structured", output_type="plain")
        create.input_fields = [ubiops.ModelInputFieldCreate("x", "int")]
        api.models_create("demo", create)
    assert (str(create), create == create.from_json(create.to_json())) == (create.to_str(), True)
    assert repr(create).startswith("ModelCreate(")
    assert constructions == []


def test_an_instance_makes_one_configuration_at_most_and_only_when_asked(
    constructions: List[ubiops.Configuration],
) -> None:
    model = ubiops.ModelUpdate("m")
    assert model.local_vars_configuration is model.local_vars_configuration
    assert len(constructions) == 1


def test_nothing_of_the_process_changes(serve: Serve) -> None:
    # P2
    server = serve(Reply(body=[row(ubiops.ModelList)]), Reply(404, {"error": "No"}))
    steps = run(SNAPSHOTS, server.url)
    assert [name for name, _ in steps] == [
        "at the start",
        "import",
        "configuration",
        "model",
        "call",
        "failure",
        "close",
        "debug on and off",
    ]
    assert [name for name, state in steps if state != steps[0][1]] == []


def test_each_thread_sees_its_own_last_response(serve: Serve, connect: Connect) -> None:
    # P4
    server = serve(lambda request: Reply(body={"status": request.target.rpartition("=")[2]}))
    client = connect(server).api_client
    client.call_api("/status", "GET", query_params=[("who", "main")], response_type="Status")
    both_called = threading.Barrier(2, timeout=60)
    seen = {}

    def call(who: str) -> None:
        before = client.last_response
        client.call_api("/status", "GET", query_params=[("who", who)], response_type="Status")
        both_called.wait()
        seen[who] = (before, client.deserialize(client.last_response, "Status").status)

    threads = [threading.Thread(target=call, args=(who,)) for who in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == {"one": (None, "one"), "two": (None, "two")}
    assert client.deserialize(client.last_response, "Status").status == "main"


def test_the_last_response_can_be_set(connect: Connect, serve: Serve) -> None:
    client = connect(serve()).api_client
    assert client.last_response is None
    client.last_response = "mine"
    assert client.last_response == "mine"
