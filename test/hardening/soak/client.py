"""The client in a process of its own: 8 threads, and 2 forks of it that are made while the threads call."""

from __future__ import annotations

import argparse
import concurrent.futures.thread  # noqa: F401 - Python complains if a thread loads it at the moment of a fork
import os
import sys
import threading
import traceback
import warnings
from pathlib import Path
from typing import Any, List
from urllib.parse import urlsplit

import urllib3

import ubiops

from . import memory
from .calls import Client, Worker
from .journal import Watch

THREADS = 8
FORKS = 2


def make(folder: Path, by_proxy: str, host: str, token: str) -> Client:
    """Make what all threads and forks share."""
    watch = Watch()
    configurations = [ubiops.Configuration(url, {"Authorization": token}) for url in (by_proxy, host)]
    configurations[0].on_response = watch.see
    configurations[0].temp_folder_path = str(folder)
    watched, timed = (ubiops.CoreApi(ubiops.ApiClient(configuration)) for configuration in configurations)
    bare = urllib3.connectionpool.connection_from_url(host, maxsize=THREADS)
    headers = {"Authorization": token, "Accept": "application/json"}
    return Client(watched, watch, timed, bare, (f"{urlsplit(host).path}/projects/demo/roles/project-viewer", headers))


def fork(work: Any) -> int:
    """Do something in a fork; return its id."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Python 3.12 warns of forks while threads run
        pid = os.fork()
    if not pid:
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


def main() -> None:
    """Make the calls; say so when all have begun."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("timed_every", type=int)
    parser.add_argument("address", nargs=3)
    options = parser.parse_args()
    client = make(options.folder, *options.address)
    client.timed.roles_get("demo", "project-viewer")
    each = options.count // (THREADS + FORKS)
    failed: List[str] = []

    def work(number: int) -> None:
        try:
            Worker(number, client, options.folder, options.timed_every).run(each)
        except BaseException:
            failed.append(traceback.format_exc())

    def forked(number: int) -> None:
        bare = urllib3.connectionpool.connection_from_url(options.address[1], maxsize=1)  # it knows nothing of forks
        Worker(number, client._replace(bare=bare), options.folder, options.timed_every).run(each)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(THREADS)]
    ended = threading.Event()
    watcher = threading.Thread(target=memory.watch, args=(options.folder / "memory", ended))
    for thread in [*threads, watcher]:
        thread.start()
    children = [fork(lambda number=THREADS + number: forked(number)) for number in range(FORKS)]
    print("begun", *children, flush=True)
    for thread in threads:
        thread.join()
    ended.set()
    watcher.join()
    statuses = [os.waitpid(child, 0)[1] for child in children]
    client.api.api_client.close()
    client.timed.api_client.close()
    client.bare.close()
    sys.stderr.writelines(failed)
    sys.exit(1 if failed or any(statuses) else 0)


if __name__ == "__main__":
    main()
