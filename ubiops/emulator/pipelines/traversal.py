"""One passage of data through a graph, branches in parallel."""

from __future__ import annotations

import threading
from queue import SimpleQueue
from typing import Any, Callable, Dict, List, Tuple

from ..runtime import Outcome
from .graph import START, Graph, Node

Work = Callable[[Node, Any], Outcome]
"""Carries out one object with its input, and raises nothing."""


def traverse(graph: Graph, data: Any, work: Work) -> Tuple[List[str], List[str]]:
    """Give data to a graph, and wait until everything that it reaches has ended.

    An object begins once all its sources have succeeded; those that are ready at the same time run in parallel. An
    object that fails keeps what comes after it from beginning, and nothing else.

    Args:
        graph: a complete graph.
        data: the input of the pipeline.
        work: carries out an object. Called in this thread or in others.

    Returns:
        The names of the objects that ran, in the order in which they began, and of those that were kept from it.
    """
    outputs = {START: data}
    sources = {name: [link.source for link in graph.into(name)] for name in graph.nodes}
    waiting = [name for name in graph.nodes if sources[name]]
    began: List[str] = []
    ended: SimpleQueue[Tuple[str, Outcome]] = SimpleQueue()
    threads: Dict[str, threading.Thread] = {}

    def run(name: str, given: Any) -> None:
        ended.put((name, work(graph.nodes[name], given)))

    running = 0
    while True:
        ready = [name for name in waiting if all(source in outputs for source in sources[name])]
        waiting = [name for name in waiting if name not in ready]
        began += ready
        for name in ready:
            given = graph.gather(graph.nodes[name], outputs)
            if len(ready) == 1 and not running:  # no branches: no need of a thread
                run(name, given)
            else:
                threads[name] = threading.Thread(target=run, args=(name, given), name="ubiops-pipeline", daemon=True)
                threads[name].start()
        running += len(ready)
        if not running:
            return began, waiting
        name, outcome = ended.get()
        running -= 1
        if name in threads:
            threads.pop(name).join()
        if outcome.success:
            outputs[name] = outcome.result
