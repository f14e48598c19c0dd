"""The screens of the page: what each of them tells, and what it keeps to itself."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Tuple

import pytest

from test.support.emulator.client import DOUBLE, PROJECT, Client, connected
from test.support.emulator.page import Text, fail, fill, more, quoted
from ubiops.emulator import Emulator
from ubiops.emulator.control import masking
from ubiops.emulator.control.masking import HIDDEN, MASK
from ubiops.emulator.control.recorder import BODY, CAP, ROOM, Exchange, ReceivedRequest, Recorder
from ubiops.emulator.pipelines.runs import CAP as RUNS
from ubiops.emulator.pipelines.runs import Run, Runs

if TYPE_CHECKING:
    from datetime import datetime

VERSION = f"{PROJECT}/models/m/versions/v"


@pytest.fixture(scope="module")
def filled() -> Iterator[Client]:
    """A client of an emulator with something of each kind; none of these tests changes it."""
    with Emulator() as emulator:
        for client in connected(emulator):
            emulator.set_time("2020-05-13 23:50:00")
            more(client, fill(client))
            fail(client)
            assert client("POST", f"{VERSION}/request?timeout=20", {"in": 21}).body["success"]
            assert client("GET", f"{PROJECT}/models/nothing").status == 404
            yield client


def texts(client: Client, path: str) -> List[str]:
    return Text(quoted(client, path)).text


def number(client: Client, path: str) -> int:
    """Return the number of the last call of a path."""
    calls = [each.path for each in client.emulator.requests]
    return len(calls) - calls[::-1].index(f"/v2.1{path}")


def test_a_request(filled: Client) -> None:
    shown = texts(filled, f"page/requests/{number(filled, f'{VERSION}/request')}")
    assert {"model_requests_create", "200", "timeout=20", "Authorization", f"Token {MASK}"} <= set(shown)
    assert json.dumps({"in": 21}, indent=2) in shown
    (answer,) = (json.loads(each) for each in shown if '"success"' in each)
    assert (answer["success"], answer["result"]) == (True, {"out": 42})
    log = re.search(
        r'href="/(page/logs\?[^"]*)"', quoted(filled, f"page/requests/{number(filled, f'{VERSION}/request')}")
    )
    assert log is not None
    assert "asked" in texts(filled, log[1].replace("&amp;", "&"))


def test_a_file_is_not_shown(filled: Client) -> None:
    shown = texts(filled, f"page/requests/{number(filled, f'{VERSION}/upload')}")
    assert [each for each in shown if "which is not kept" in each] and "No body" not in shown


@pytest.mark.parametrize(
    "path",
    [
        *("page/requests/0", "page/requests/99999", "page/requests/x", "page/batches/x", "page/projects/none"),
        *("page/projects/demo/models/m/versions/none", "page/projects/demo/pipelines/none", "page/logs?project=none"),
        *("live/page/requests/0", "page/%ff", "page/projects/demo/models", f"page/requests?{'a=1&' * 30}"),
    ],
)
def test_what_is_not_there(filled: Client, path: str) -> None:
    answer = filled.raw("GET", path)
    assert answer.status == 404
    assert "Not found" in Text(answer.body.decode()).text


FILTERED: List[Tuple[str, List[str], List[str]]] = [
    ("requests?status=refused", ["404"], ["200", "201"]),
    ("requests?status=failed", ["200 failed"], ["200", "404"]),
    ("requests?status=good", ["201"], ["404", "200 failed"]),
    ("requests?project=none", ["No requests here"], ["200"]),
    ("requests?text=TIMEOUT%3D20", ["200"], ["201", "404", "200 failed"]),
    ("requests?text=cold&status=good", ["200", "201"], ["200 failed"]),
    ("requests?text=value-of-KEY", ["No requests here"], []),  # else a secret could be guessed bit by bit
    ("requests?text=value-of-LEVEL", ["201"], ["200"]),
    ("logs?text=TOO+COLD", ["ValueError: too cold"], ["asked"]),
    ("logs?from=code", ["asked"], ["An instance has started"]),
    ("logs?from=system&project=demo", ["An instance has started"], ["asked"]),
    ("logs?project=demo&text=asked", ["asked"], ["An instance has started"]),
    ("logs?request=none", ["No logs here"], ["asked"]),
    ("batches?status=completed", ["line", "m : v"], ["failed "]),
    ("batches?status=failed", ["No batch requests here"], ["m : v"]),
    ("batches?text=line&project=demo", ["line"], ["m : v"]),
    ("batches?project=none", ["No batch requests here"], ["line"]),
]


@pytest.mark.parametrize(("query", "there", "absent"), FILTERED)
def test_filters(filled: Client, query: str, there: List[str], absent: List[str]) -> None:
    shown = " | ".join(texts(filled, f"page/{query}"))
    cells = set(texts(filled, f"page/{query}"))
    assert all(each in shown for each in there), shown
    assert not cells & set(absent)


def test_filters_keep_one_another(filled: Client) -> None:
    markup = quoted(filled, "page/requests?status=refused&text=models")
    assert 'href="/page/requests?status=refused&amp;text=models&amp;project=demo"' in markup
    assert 'href="/page/requests?text=models"' in markup


def test_a_version(filled: Client) -> None:
    shown = texts(filled, "page/projects/demo/models/m/versions/v")
    assert {"available", "LEVEL", "value-of-LEVEL", "version", "KEY", MASK, "project", "runs", "asked"} <= set(shown)
    assert "value-of-KEY" not in shown
    assert "2020-05-13 23:50" in shown  # outcomes by minute
    assert "/v2.1/projects/demo/models/m/versions/v/request" in "".join(shown)


def test_a_version_that_fails(filled: Client) -> None:
    shown = texts(filled, "page/projects/demo/models/cold/versions/v")
    assert {"200 failed", "No batch requests", "ValueError: too cold"} <= {each.split("\n")[-1] for each in shown}


def test_a_pipeline_shows_its_runs_on_the_graph(filled: Client) -> None:
    markup = quoted(filled, "page/projects/demo/pipelines/line")
    assert drawn(markup) == {"first": "good", "second": "good", "freeze": "bad", "last": "idle"}
    assert "freeze: too cold" in markup
    runs = re.findall(r'href="/(page/[^"]*\?run=[^"]*)"', markup)
    assert len(runs) == 3
    assert drawn(quoted(filled, runs[1])) == {"first": "good", "second": "good", "freeze": "idle", "last": "idle"}


def drawn(markup: str) -> Dict[str, str]:
    """Return in which colour each object of a graph is framed."""
    return {name: tone for tone, name in re.findall(r'class="node model (\w+)".*?class="name"[^>]*>(.*?)<', markup)}


def test_a_project(filled: Client) -> None:
    shown = texts(filled, "page/projects/demo")
    assert {"nightly", "0 3 * * *", "2020-05-14 03:00:00", "in 3 hours", "report.csv", "5\xa0B"} <= set(shown)
    assert "value-of-KEY" not in shown


def test_a_disabled_schedule(controlled: Client) -> None:
    fill(controlled)
    schedule = {"object_type": "pipeline", "object_name": "line", "request_data": {"out": 1}, "enabled": False}
    assert controlled("POST", f"{PROJECT}/schedules", {"name": "off", "schedule": "@daily", **schedule}).status == 201
    assert "disabled" in texts(controlled, "page/projects/demo")


def test_a_batch_request(filled: Client) -> None:
    for path, data, result in (("m%20:%20v", {"in": 4}, {"out": 8}), ("line", {"out": 5}, None)):
        markup = quoted(filled, f"page/batches?text={path}")
        (link,) = re.findall(r'href="/(page/batches/[^"]*)"', markup)
        shown = texts(filled, link)
        assert json.dumps(data, indent=2) in shown
        assert result is None or json.dumps(result, indent=2) in shown


def test_a_batch_request_without_result(controlled: Client) -> None:
    version = controlled.model()
    controlled.deploy(version, DOUBLE)
    long = "x" * 40_000
    controlled("POST", f"{PROJECT}/models", {"name": "p", "input_type": "plain", "output_type": "plain"})
    controlled("POST", f"{PROJECT}/models/p/versions", {"version": "v"})
    echo = "import time\nclass Model:\n    def request(self, data):\n        time.sleep(600)"
    controlled.deploy(f"{PROJECT}/models/p/versions/v", echo)
    answer = controlled.raw(
        "POST",
        f"{PROJECT}/models/p/versions/v/request-batch",
        {"Content-Type": "application/json"},
        body=json.dumps([long]).encode(),
    )
    shown = texts(controlled, f"page/batches/{answer.body[0]['id']}")
    assert "None yet" in shown
    assert any(each.startswith(('"xxx', "xxx")) for each in shown)
    assert "\n\u2026 and more" in shown


SECRETS: List[Tuple[str, str, Any]] = [
    ("POST", "/authorize", {"email": "user@example.com", "password": "s3cret-1"}),
    ("POST", f"{PROJECT}/environment-variables", {"name": "A", "value": "s3cret-2", "secret": True}),
    ("POST", f"{PROJECT}/environment-variables", {"name": "A", "value": "s3cret-3"}),
    (
        "POST",
        f"{PROJECT}/credentials",
        {"name": "c", "type": "mysql", "configuration": {"host": "s3cret-4", "password": "s3cret-5"}},
    ),
    ("POST", f"{PROJECT}/service-users", {"name": "s"}),
    ("POST", "/user", {"email": "a@example.com", "password": "s3cret-6-Aa1"}),
    ("POST", "/authorise", {"password": "s3cret-7"}),
    ("POST", f"{VERSION}/request", {"in": 1, "api_key": "s3cret-8", "deep": [{"Access-Token": "s3cret-9"}]}),
]


def test_secrets_are_masked(controlled: Client) -> None:
    answered = []
    for verb, path, body in SECRETS:
        answered.append(controlled(verb, path, body, **{"X-Api-Key": "s3cret-10", "Cookie": "s3cret-11"}))
    for data in (b"password=s3cret-12", b'{"password": "s3cret-13"', b'["s3cret-14'):
        controlled.raw("POST", "/authorize", {"Content-Type": "application/json"}, body=data)
        controlled.raw("POST", "/nothing", {"Content-Type": "application/json"}, body=data)
    controlled.raw("GET", "/status?token=s3cret-15")
    token = answered[4].body["token"]
    for index in range(len(controlled.emulator.requests)):
        markup = quoted(controlled, f"page/requests/{_last(controlled) - index}")
        assert "s3cret" not in markup
        assert token not in markup and controlled.emulator.token.split()[-1] not in markup
    for text in ("s3cret", token):
        assert "No requests here" in quoted(controlled, f"page/requests?text={text}")


def _last(client: Client) -> int:
    return int(re.findall(r'href="/page/requests/(\d+)"', quoted(client, "page/requests"))[0])


def test_what_masking_makes_of_bodies() -> None:
    assert masking.body("model_requests_create", b'{"a": "1", "password": "x, \\" y", "b": [') == (
        f'{{"a": "1", "password": "{MASK}", "b": ['
    )
    assert masking.body("model_requests_create", b'{"token": 12, "tokens": [1]', whole=False) == (
        f'{{"token": "{MASK}", "tokens": [1]'
    )
    assert (
        masking.body("models_create", b'{"passenger": 1, "secret": true}')
        == '{\n  "passenger": 1,\n  "secret": true\n}'
    )
    for nested in (b'{"passwords": ["a", "b', b'{"deep": [{"secrets": {"a": "b'):
        assert masking.body("model_requests_create", nested, whole=False) == HIDDEN
    for depth in (300, 600, 3000):
        deep = "[" * depth + "]" * depth
        assert "".join(masking.body("model_requests_create", deep.encode()).split()) == deep
        assert "".join(masking.body("user_create", deep.encode()).split()) in (deep, "".join(HIDDEN.split()))
    for plain in ('{"a": "\\"password\\": \\"b', '{"a": {"b": [1, "c": "d"', '"' + "secret" * 5000):
        assert masking.body("model_requests_create", plain.encode(), whole=False) == plain
    assert masking.body(None, b"plain") == masking.body("user_update", b"plain") == HIDDEN
    assert masking.body("model_requests_create", b"plain") == "plain"
    assert masking.body("model_requests_create", b'"text"') == "text"
    variable = b'{"name": "A", "value": "v", "secret": false}'
    assert '"v"' not in masking.body("project_environment_variables_update", variable)
    assert '"v"' in masking.body("project_environment_variables_get", variable, answer=True)
    assert masking.body("credentials_get", b'{"configuration": {"host": "h"}}', answer=True).count(MASK) == 1
    assert masking.headers([("Authorization", "plain"), ("Accept", "*/*")]) == [
        ("Authorization", MASK),
        ("Accept", "*/*"),
    ]
    for name in ("db_pwd", "ACCESS_KEY", "refreshToken", "connectionString", "pass", "X-Api-Key", "passwd"):
        assert masking.query(f"{name}=a") == f"{name}={MASK}"
    for name in ("passenger", "tokens", "token_count", "bypass", "key", "secondary"):
        assert masking.query(f"{name}=a") == f"{name}=a"
    assert masking.query("token=a&b=c") == f"token={MASK}&b=c"


def call(moment: datetime) -> ReceivedRequest:
    return ReceivedRequest(moment, "GET", "/", None, 200, 0.0, 0)


def test_how_much_of_calls_is_kept(controlled: Client) -> None:
    moment = controlled.emulator.set_time("2020-05-13 00:00:00")
    recorder = Recorder()
    big = Exchange("", [], b"x" * BODY, [], b"y" * BODY, BODY)
    for _ in range(CAP + 10):
        recorder.add(call(moment), {}, big)
    kept = recorder.latest()
    assert [each.number for each in kept] == list(range(CAP + 10, 10, -1))
    assert sum(each.exchange is not None for each in kept) == ROOM // (2 * BODY)
    assert kept[0].exchange is big
    recorder.clear()
    assert (recorder.latest(), recorder.all()) == ([], [])
    recorder.add(call(moment), {}, Exchange("", [], b""))
    assert recorder.latest()[0].number == CAP + 11  # old links lead to no other call


def test_a_call_of_which_only_the_outline_is_kept(controlled: Client) -> None:
    controlled("GET", "/status")
    assert controlled.emulator._control is not None
    with controlled.emulator._control.recorder._lock:
        controlled.emulator._control.recorder._exchanges.clear()
    assert "What was sent and answered is not kept any more" in texts(controlled, f"page/requests/{_last(controlled)}")
    assert "/v2.1/status" in "".join(texts(controlled, "page/requests?text=status"))


def test_long_bodies_are_cut_and_arrive_whole(controlled: Client) -> None:
    version = controlled.model(inputs=[("text", "string")], outputs=[("size", "int")])
    controlled.deploy(version, "class Model:\n    def request(self, data):\n        return {'size': len(data['text'])}")
    assert controlled("POST", f"{version}/request", {"text": "x" * 3 * BODY}).body["result"] == {"size": 3 * BODY}
    shown = texts(controlled, f"page/requests/{_last(controlled)}")
    assert "\n\u2026 and more" in shown
    assert sum(map(len, shown)) < 2 * BODY


def test_an_answer_that_is_cut_off(controlled: Client) -> None:
    controlled.emulator.fail("truncate", "service_status")
    with pytest.raises(Exception, match=r"[Ii]ncomplete|broken|closed"):
        controlled("GET", "/status")
    assert any("cut off in the middle" in each for each in texts(controlled, f"page/requests/{_last(controlled)}"))
    controlled.emulator.clear_faults()
    controlled.emulator.fail("reset", "service_status")
    with pytest.raises(Exception, match=r"reset|closed|aborted"):
        controlled("GET", "/status")
    assert "cut" in texts(controlled, "page/requests?status=failed")


def test_how_many_runs_are_kept(controlled: Client) -> None:
    moment = controlled.emulator.set_time("2020-05-13 00:00:00")
    runs = Runs()
    for index in range(RUNS + 5):
        runs.add("first", Run(str(index), moment, 0.0, None, {}))
    assert [run.request_id for run in runs.latest("first")][:2] == [str(RUNS + 4), str(RUNS + 3)]
    assert len(runs.latest("first")) == RUNS
    for index in range(300):
        runs.add(str(index), Run("", moment, 0.0, None, {}))
    assert runs.latest("first") == [] != runs.latest("299")
