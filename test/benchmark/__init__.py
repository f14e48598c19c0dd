"""What the client costs beyond urllib3 and json, and beyond the published client: ``python -m test.benchmark``.

Timing is reported, never asserted. The rooms, from the top::

    __main__.py    arguments; every row against every contender, in turns
    report.py      the table and the JSON file
    rows.py        what is measured, with its target
    contenders.py  this client and the published one, each with an interpreter
    site.py        the servers, the certificate and the file that travels
    worker.py      a fresh interpreter that measures one row for one contender
    tasks.py       a scenario beside its floor, timed in turns
    scenarios.py   what a user's program does: the same lines for both clients
    floor.py       the same with urllib3 and json alone
    clock.py       timing in turns; medians and spread
    memory.py      peak memory of this process
    server.py      canned answers from a process of its own
    payloads.py    the bodies that travel

    emulator.py    the emulator, with a table of its own

Workers run with ``test/`` as their directory and this package as ``benchmark``, so that the repository's ``ubiops`` is
found only by those that are told where it is. Hence the relative imports, and no ``ubiops`` above ``scenarios.py``.
"""
