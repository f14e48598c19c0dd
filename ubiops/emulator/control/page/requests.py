"""The calls of the API: the latest ones, and each of them with what was sent and answered."""

from __future__ import annotations

import json
from itertools import islice
from typing import Any, Iterable, List, Mapping, Optional, Sequence, Tuple

from ubiops._markup import Content, Html, element

from .. import masking
from ..exchange import header_fields
from ..recorder import BODY, CAP, Exchange, Recorded
from .elements import Column, card, duration, facts, moment, path, size, table, text
from .look import Look, MissingError, Screen, address, choices, heading, link, section
from .projects import project_names

SHOWN = 100
_STATUSES = (("", "all"), ("good", "succeeded"), ("refused", "refused"), ("failed", "failed"))
_COLUMNS = (
    Column("Time", "time"),
    Column("Method"),
    Column("Path", "wide mono"),
    Column("Answer", "number"),
    Column("Duration", "number"),
    Column("Body", "number"),
)


def show_list(look: Look) -> Screen:
    """Show the latest calls, filtered by `text`, `project` and `status`."""
    with look.control.platform.storage.transaction() as db:
        names = project_names(db)
    project, status = look.get("project"), look.get("status")
    kept = look.control.recorder.latest()
    wanted = (
        each
        for each in kept
        if (not project or each.parameters.get("project_name") == project)
        and (not status or _kind(each) == status)
        and _finds(look, each)
    )
    found = list(islice(wanted, SHOWN))
    filters = (
        choices(look, ["requests"], "status", "Status", _STATUSES),
        choices(look, ["requests"], "project", "Project", [("", "all"), *((name, name) for name in names)]),
    )
    return Screen(
        "Requests",
        [
            section("filters", *filters),
            section(
                "requests",
                heading("Requests", element("p", f"the latest {SHOWN} of {CAP:,} that are kept", class_="faint")),
                listed(found, "No requests here" if kept else "No requests yet"),
            ),
        ],
        search=True,
    )


def listed(calls: Iterable[Recorded], empty: str) -> Html:
    """Return a table of calls."""
    rows = [
        [
            moment(each.call.time),
            each.call.method,
            link(path(each.call.path), address("requests", each.number)),
            _answer(each),
            duration(each.call.duration),
            size(each.call.request_size),
        ]
        for each in calls
    ]
    return table(_COLUMNS, rows, empty)


def show(look: Look) -> Screen:
    """Show a call."""
    number = look.names[0]
    each = next((each for each in look.control.recorder.latest() if str(each.number) == number), None)
    if each is None:
        raise MissingError(f"The request {number[:20]} is not kept any more: only the latest {CAP:,} are")
    call, exchange = each.call, each.exchange
    known: List[Tuple[str, Content]] = [
        ("Answer", _answer(each)),
        ("Operation", call.operation or "unknown"),
        ("Time", f"{call.time:%Y-%m-%d %H:%M:%S} UTC"),
        ("Duration", duration(call.duration)),
        ("Body", size(call.request_size)),
    ]
    if exchange is not None and exchange.query:
        known.append(("Query", masking.query(exchange.query)))
    request_id = _request_id(each)
    if request_id:
        project = each.parameters.get("project_name", "")
        known.append(("Log", link("its lines", address("logs", project=project, request=request_id))))
    title = element("h2", element("span", call.method, class_="faint"), " ", path(call.path), class_="title mono")
    sections = [section("call", title, facts(known))]
    if exchange is None:
        gone = element("p", "What was sent and answered is not kept any more", class_="empty")
        sections.append(section("gone", card(gone)))
    else:
        sections += _sections(call.operation, call.request_size, exchange)
    return Screen(f"{call.method} {call.path}", sections, [("Requests", address("requests")), (f"#{number}", None)])


def _sections(operation: Optional[str], request_size: int, exchange: Exchange) -> Sequence[Html]:
    body: Content = card(element("p", "No body", class_="empty"))
    if exchange.body:
        whole = max(request_size, len(exchange.body)) <= BODY and len(exchange.body) < BODY
        body = text(masking.body(operation, exchange.body, whole=whole), cut=not whole)
    elif request_size:
        body = card(element("p", f"A file or form of {size(request_size)}, which is not kept", class_="empty"))
    answer: Content = card(element("p", "No body", class_="empty"))
    if exchange.answer:
        whole = exchange.answer_size == len(exchange.answer)
        answer = text(masking.body(operation, exchange.answer, answer=True, whole=whole), cut=not whole)
    elif exchange.answer_size is None:
        answer = card(element("p", "A file, or cut off in the middle: it is not kept", class_="empty"))
    return [
        section("sent", heading("Sent"), body, _fields(header_fields(exchange))),
        section("answered", heading("Answered"), answer, _fields(exchange.answer_headers)),
    ]


def _fields(pairs: Sequence[Tuple[str, str]]) -> Html:
    rows = masking.headers(pairs)
    return table((Column("Header", "name mono"), Column("Value", "wide mono")), rows, "No headers")


def outcome(each: Recorded) -> Optional[bool]:
    """Tell whether what a call asked a model or pipeline for succeeded; None where that is unknown, or no question."""
    answer = _answered(each)
    if each.call.operation == "model_requests_create" and "success" in answer:
        return answer["success"] is True
    if each.call.operation == "pipelines_request" and isinstance(answer.get("model_requests"), list):
        return all(part.get("success") is True for part in answer["model_requests"])
    return None


def _request_id(each: Recorded) -> Optional[str]:
    answer = _answered(each)
    found = answer.get("request_id") or answer.get("pipeline_request_id")
    return found if isinstance(found, str) else None


def _answered(each: Recorded) -> Mapping[str, Any]:
    exchange = each.exchange
    if exchange is None or each.call.operation not in ("model_requests_create", "pipelines_request"):
        return {}
    try:
        answer = json.loads(exchange.answer)
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}


def _kind(each: Recorded) -> str:
    status = each.call.status
    if status is None or status >= 500 or outcome(each) is False:
        return "failed"
    return "good" if status < 400 else "refused"


def _answer(each: Recorded) -> Html:
    status, kind = each.call.status, _kind(each)
    text = "cut" if status is None else f"{status} failed" if kind == "failed" and status < 400 else str(status)
    return element("span", text, class_={"good": "good", "refused": "busy", "failed": "bad"}[kind])


def _finds(look: Look, each: Recorded) -> bool:
    call, exchange = each.call, each.exchange
    if look.finds(call.method, call.path, call.operation, call.status):
        return True
    # What is masked is not found either: else it could be guessed letter by letter.
    return exchange is not None and (
        look.finds(masking.query(exchange.query))
        or _holds(look, call.operation, exchange.body, answer=False)
        or _holds(look, call.operation, exchange.answer, answer=True)
    )


def _holds(look: Look, operation: Optional[str], data: bytes, *, answer: bool) -> bool:
    if not look.finds(data.decode("utf-8", "replace")):
        return False
    return look.finds(masking.body(operation, data, answer=answer))
