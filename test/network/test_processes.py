# N6, N7: forks, and the end of the process. In processes of their own, with real os.fork().
from __future__ import annotations

import contextlib
import re
import signal
import subprocess
import sys
import threading
import time
from typing import Callable, Dict, List, Set

import pytest

from test.support.certificates import Certificates
from test.support.fixtures import Serve
from test.support.patience import SOON
from test.support.process import ROOT
from test.support.server import Reply, Request, Server
from ubiops._loading import Loading

HEAD = """
import os, sys, threading, traceback, warnings
warnings.simplefilter("error")
import ubiops

def client(**settings):
    configuration = ubiops.Configuration(sys.argv[1], {"Authorization": "x"})
    for name, value in settings.items():
        setattr(configuration, name, value)
    return ubiops.CoreApi(ubiops.ApiClient(configuration))

def fork(work):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Python 3.12 warns of forks while threads run
        pid = os.fork()
    if pid == 0:
        status = 1
        try:
            work()
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(status)
    return pid

def wait_for(pid):
    assert os.waitpid(pid, 0)[1] == 0
"""


@pytest.fixture
def run() -> Callable[..., str]:
    def start(program: str, *arguments: str, timeout: float = 2 * SOON) -> str:
        process = subprocess.run(
            [sys.executable, "-W", "error::ResourceWarning", "-c", HEAD + program, *arguments],
            cwd=ROOT,
            capture_output=True,
            timeout=timeout,
            check=False,
        )
        assert process.returncode == 0, process.stderr.decode()
        assert process.stderr == b""
        return process.stdout.decode()

    return start


def named(request: Request) -> Reply:
    """Answer with the name that was asked for, so that mixed-up answers show."""
    return Reply(body={"name": request.target.rpartition("/")[2]})


CALLS = """
def call(side, count=20):
    for number in range(count):
        name = f"{side}-{number}"
        assert api.models_get("demo", name).name == name
"""


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_both_sides_of_a_fork_keep_calling(
    serve: Serve, run: Callable[..., str], certificates: Certificates, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    monkeypatch.setenv("UBIOPS_CA_BUNDLE", certificates.authority)
    server = serve(named, context=certificates.context() if scheme == "https" else None)
    program = """
api = client()
call("before")
children = [fork(lambda: call(f"child{number}")) for number in range(2)]
call("parent")
for pid in children:
    wait_for(pid)
call("after")
"""
    run(CALLS + program, server.url)
    by_connection: Dict[int, Set[str]] = {}
    for request in server.requests:
        side = request.target.rpartition("/")[2].partition("-")[0]
        by_connection.setdefault(request.connection, set()).add(side)
    assert sorted(map(sorted, by_connection.values())) == [["after", "before", "parent"], ["child0"], ["child1"]]


def test_a_child_may_fork_again(serve: Serve, run: Callable[..., str]) -> None:
    program = """
api = client()
call("parent")
def child():
    call("child")
    wait_for(fork(lambda: call("grandchild")))
    call("child")
wait_for(fork(child))
"""
    server = serve(named)
    run(CALLS + program, server.url)
    assert server.connections == 3


def test_a_fork_while_a_thread_calls_does_not_hang_the_child(serve: Serve, run: Callable[..., str]) -> None:
    program = """
api = client(connection_pool_maxsize=4)
stop = threading.Event()

def busy():
    while not stop.is_set():
        call("thread", 1)

threads = [threading.Thread(target=busy) for _ in range(3)]
for thread in threads:
    thread.start()
call("before")
for number in range(10):
    wait_for(fork(lambda: call("child", 3)))
stop.set()
for thread in threads:
    thread.join()
"""
    run(CALLS + program, serve(named).url)


def test_a_child_closes_and_uses_its_client_without_disturbing_the_parent(
    serve: Serve, run: Callable[..., str]
) -> None:
    program = """
api = client()
call("parent")
def child():
    api.api_client.close()
    call("child")
    api.api_client.close()
wait_for(fork(child))
call("parent")
"""
    server = serve(named)
    run(CALLS + program, server.url)
    assert server.connections == 2


def test_closing_a_client_ends_the_wait_of_the_first_call_of_a_fork(serve: Serve, run: Callable[..., str]) -> None:
    program = """
answered = threading.Event()
api = client(on_response=lambda response: response.status == 503 and answered.set())
api.models_get("demo", "parent")

def get():
    try:
        api.models_get("demo", "late")
    except ubiops.ServiceException:
        pass

def child():
    thread = threading.Thread(target=get, daemon=True)
    thread.start()
    assert answered.wait(30)
    api.api_client.close()
    thread.join(30)
    assert not thread.is_alive()

wait_for(fork(child))
"""
    late = Reply(503, {"error": "later"}, {"Retry-After": "25"})
    run(program, serve(lambda request: late if request.target.endswith("late") else named(request)).url)


LOADS = {
    "ubiops._transport_errors": "lost()",
    "ubiops._threads": "api.models_get('demo', 'churn', async_req=True).get(30)",
    "ubiops.utils._uploads": "ubiops.utils.upload_blob",
}


@pytest.mark.parametrize("module", LOADS)
def test_a_fork_while_a_thread_loads_a_module_does_not_hang_the_child(
    serve: Serve, run: Callable[..., str], module: str
) -> None:
    program = f"""
import concurrent.futures.thread  # Python complains when a thread loads it at the moment of a fork
import ubiops.utils

api = client()
api.service_status()
nowhere = client(host="http://127.0.0.1:1", retries=False)
loading, forked = threading.Event(), threading.Event()

class Slow:
    def find_spec(self, name, *_):
        if name == "{module}" and not loading.is_set():
            loading.set()
            forked.wait(0.5)  # the file comes from a slow disk

def lost():
    try:
        nowhere.models_list("demo")
    except ubiops.ConnectionException:
        pass

sys.meta_path.insert(0, Slow())
os.register_at_fork(after_in_parent=forked.set)
thread = threading.Thread(target=lambda: {LOADS[module]})
thread.start()
assert loading.wait(30)
wait_for(fork(lambda: {LOADS[module]}))
thread.join()
"""
    run(
        program,
        serve(lambda request: Reply(body={"status": "ok"}) if "status" in request.target else named(request)).url,
    )


def test_a_child_has_threads_of_its_own(serve: Serve, run: Callable[..., str]) -> None:
    program = """
api = client()
assert api.models_get("demo", "parent", async_req=True).get(30).name == "parent"
wait_for(fork(lambda: api.models_get("demo", "child", async_req=True).get(30)))
assert api.models_get("demo", "parent", async_req=True).get(30).name == "parent"
api.api_client.close()
"""
    run(program, serve(named).url)


def test_a_child_of_a_parent_with_threads_can_close_its_client(serve: Serve, run: Callable[..., str]) -> None:
    program = """
api = client()
api.models_get("demo", "parent", async_req=True).get(30)
wait_for(fork(api.api_client.close))
"""
    run(program, serve(named).url)


def test_a_configuration_and_results_travel_to_worker_processes(serve: Serve, run: Callable[..., str]) -> None:
    program = """
import multiprocessing

def work(configuration, name):
    with ubiops.ApiClient(configuration) as client:
        return ubiops.CoreApi(client).models_get("demo", name)

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    with multiprocessing.get_context("fork").Pool(2) as pool:
        configuration = client().api_client.configuration
        models = pool.starmap(work, [(configuration, "a"), (configuration, "b")])
        pool.close()
        pool.join()
print([model.name for model in models])
"""
    assert run(program, serve(named).url) == "['a', 'b']\n"


ENDINGS = {
    "result taken": "assert api.models_list('demo', async_req=True).get(30) == []",
    "result left": "api.models_list('demo', async_req=True)",
    "client closed": "api.models_list('demo', async_req=True); api.api_client.close()",
    "client dropped": "api.models_list('demo', async_req=True).get(30); del api",
    "never called": "",
    "exception": "api.models_list('demo', async_req=True); sys.exit(0)",
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_process_ends_after_async_calls(serve: Serve, run: Callable[..., str], ending: str) -> None:
    run(f"api = client()\n{ENDINGS[ending]}", serve(Reply(body=[])).url)


LEAVING = """
import logging
logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(name)s %(message)s")

def batch(name):
    return api.batch_model_requests_create("demo", "churn", name, [{}], async_req=True)
"""


def slowly(seconds: float) -> Callable[[Request], Reply]:
    """Answer a batch after a time."""

    def answer(request: Request) -> Reply:
        time.sleep(seconds)  # a service that works
        return Reply(body=[])

    return answer


def batches(server: Server) -> List[str]:
    return [request.target.split("/")[7] for request in server.requests]


def lost(output: str) -> Dict[str, str]:
    """Return the calls that the end of the program names as lost, with what it says of each."""
    (line,) = [line for line in output.splitlines() if line.startswith("WARNING ubiops The program ended before")]
    return dict(re.findall(r"POST /projects/demo/models/churn/versions/(\S+?)/request-batch \((.*?)\)[;.]", line))


LEFT = {
    "client kept": "results = [batch(f'v{number}') for number in range(5)]",
    "results dropped": "for number in range(5): batch(f'v{number}')",
    "client dropped": "for number in range(5): batch(f'v{number}')\ndel api; import gc; gc.collect()",
    "client closed": "for number in range(5): batch(f'v{number}')\napi.api_client.close()",
    "exit": "for number in range(5): batch(f'v{number}')\nsys.exit(0)",
    "in a thread": "threading.Thread(target=lambda: [batch(f'v{number}') for number in range(5)]).start()",
    "in a fork": "wait_for_exit(lambda: [batch(f'v{number}') for number in range(5)])",
    "in a fork after calls": "batch('v0').get(30); wait_for_exit(lambda: [batch(f'v{n}') for n in range(1, 5)])",
    "in a worker process": "work(lambda: [batch(f'v{number}') for number in range(5)])",
}

FORKS = """
def wait_for_exit(start):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:
        start()
        sys.exit(0)
    wait_for(pid)

def work(start):
    import multiprocessing
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        process = multiprocessing.get_context("fork").Process(target=start)
        process.start()
    process.join()
"""


@pytest.mark.parametrize("left", LEFT)
def test_calls_that_nobody_waits_for_arrive(serve: Serve, run: Callable[..., str], left: str) -> None:
    server = serve(slowly(0.05))
    assert run(f"{LEAVING}{FORKS}api = client()\n{LEFT[left]}", server.url) == ""
    assert batches(server) == ["v0", "v1", "v2", "v3", "v4"]


def test_the_end_waits_longer_than_its_limit_while_calls_end(serve: Serve, run: Callable[..., str]) -> None:
    server = serve(slowly(0.4))
    run(f"{LEAVING}api = client(exit_timeout=1.5)\nfor number in range(5): batch(f'v{{number}}')", server.url)
    assert len(server.requests) == 5


def test_the_end_waits_longer_than_its_limit_while_a_file_is_sent(serve: Serve, run: Callable[..., str]) -> None:
    server = serve(Reply(body={"id": "1"}))
    program = """
class Dripping:
    left = 15

    def read(self, size):
        threading.Event().wait(0.1)
        self.left -= 1
        return b"x" if self.left >= 0 else b""

client(exit_timeout=1.2).blobs_create("demo", Dripping(), async_req=True)
"""
    run(program, server.url)
    assert b"x" * 15 in server.requests[0].body


def test_the_end_waits_as_long_as_is_asked_for(serve: Serve, run: Callable[..., str]) -> None:
    server = serve(slowly(1.5))
    run(
        f"{LEAVING}api = client(exit_timeout=0.5)\nbatch('v1')\napi = client(exit_timeout=None)\nbatch('v2')",
        server.url,
    )
    assert len(server.requests) == 2


@pytest.mark.parametrize(("calls", "settings"), [(1, ""), (3, "exit_timeout=1")], ids=["default", "several"])
def test_a_process_ends_while_a_server_stalls_and_says_what_was_lost(
    serve: Serve, run: Callable[..., str], calls: int, settings: str
) -> None:
    server = serve(Reply(stall=True))
    program = f"""
api = client({settings})
results = [batch(f"v{{number}}") for number in range({calls})]
sys.stdin.close()
"""
    output = run(LEAVING + program, server.url)
    assert lost(output) == {
        "v0": "its answer did not come",
        **{f"v{number}": "it was not sent" for number in range(1, calls)},
    }


def test_a_call_that_fails_at_the_end_is_named(serve: Serve, run: Callable[..., str]) -> None:
    server = serve(slowly(0.3), Reply(400, {"error": "No version v1"}))
    output = run(f"{LEAVING}api = client()\nfor number in range(2): batch(f'v{{number}}')", server.url)
    (fate,) = lost(output).values()
    assert fate.startswith("No version v1")


def test_an_impatient_user_ends_the_wait(serve: Serve) -> None:
    server = serve(Reply(stall=True))
    program = f"{HEAD}{LEAVING}api = client(exit_timeout=None)\nbatch('v1')"
    process = subprocess.Popen(
        [sys.executable, "-c", program, server.url], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    server.wait_for(1)
    deadline = time.monotonic() + SOON
    while process.poll() is None and time.monotonic() < deadline:  # the first may come before the end does
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.5)
    output, errors = process.communicate(timeout=SOON)
    assert lost(output.decode()) == {"v1": "its answer did not come"}, errors


def test_a_process_ends_while_a_call_waits_for_its_repetition(serve: Serve, run: Callable[..., str]) -> None:
    server = serve(Reply(503, headers={"Retry-After": "29"}))
    program = """
waiting = threading.Event()
api = client(exit_timeout=1, on_response=lambda outcome: waiting.set())
api.models_list("demo", async_req=True)
assert waiting.wait(30)
"""
    assert "GET /projects/demo/models (its answer did not come)" in run(LEAVING + program, server.url)


def test_a_fork_waits_for_what_others_load_as_seen_from_within() -> None:
    loading, began, forking = Loading(), threading.Event(), threading.Event()
    loaded: List[str] = []

    def load() -> None:
        with loading:
            began.set()
            assert forking.wait(SOON)
            with loading:  # one module needs another
                loaded.append("module")

    thread = threading.Thread(target=load)
    thread.start()
    assert began.wait(SOON)
    with loading:  # this thread forks while it loads something itself
        forking.set()
        loading.before_fork()
        assert loaded == ["module"]
        loading.after_fork()
        loading.in_fork()
    thread.join()
    loading.before_fork()
    loading.after_fork()
