"""The controls of an emulator as calls under `/_emulator`."""

from __future__ import annotations

import uuid
from dataclasses import asdict
from typing import Any, Dict, List, Mapping

from ..accounts.permissions import require_operator
from ..call import Call, Download, Handler, Upload
from ..common.dates import micro
from ..common.errors import bad_request, not_found
from ..web.app import Application
from ..web.spec import Schema, Specification
from . import Clock, Control
from .faults import KINDS, Fault
from .seed_file import SeedError

PATH = "_emulator"
FILE_NAME = "ubiops-emulator.zip"

_FAULT: Schema = {
    "type": "object",
    "required": ["kind"],
    "properties": {
        "kind": {"type": "string", "enum": list(KINDS)},
        "operation": {"type": "string", "maxLength": 100},
        "count": {"type": ["integer", "null"]},
        "probability": {"type": "number"},
        "seconds": {"type": "number"},
        "status": {"type": "integer"},
        "message": {"type": "string", "maxLength": 1000},
        "retry_after": {"type": ["integer", "null"]},
    },
}
_CLOCK: Schema = {
    "type": "object",
    "properties": {"now": {"type": "string"}, "advance": {"type": "number"}, "frozen": {"type": "boolean"}},
}


def _operation(name: str, status: int = 200, **more: Any) -> Dict[str, Any]:
    return {"operationId": name, "responses": {str(status): {}}, **more}


def _takes(schema: Schema, media_type: str = "application/json") -> Dict[str, Any]:
    return {"requestBody": {"required": True, "content": {media_type: {"schema": schema}}}}


_DOCUMENT: Mapping[str, Any] = {
    "paths": {
        "/reset": {"post": _operation("reset")},
        "/state": {
            "get": _operation("state_export"),
            "put": _operation("state_import", **_takes({}, "multipart/form-data")),
        },
        "/faults": {
            "get": _operation("faults_list"),
            "post": _operation("faults_create", 201, **_takes(_FAULT)),
            "delete": _operation("faults_clear", 204),
        },
        "/faults/{id}": {"delete": _operation("faults_delete", 204)},
        "/clock": {
            "get": _operation("clock_get"),
            "patch": _operation("clock_update", **_takes(_CLOCK)),
            "delete": _operation("clock_reset"),
        },
        "/requests": {"get": _operation("requests_list"), "delete": _operation("requests_clear", 204)},
    }
}


def control_api(control: Control, *, no_auth: bool) -> Application:
    """Return the application that answers the calls.

    Args:
        control: what they do.
        no_auth: whether they need no token; otherwise it must be the seeded user's.
    """
    specification = Specification(_DOCUMENT, base=PATH)
    return Application(
        control.platform, specification, _Handlers(control).all(), permit=require_operator, no_auth=no_auth
    )


class _Handlers:
    def __init__(self, control: Control) -> None:
        self._control = control

    def all(self) -> Mapping[str, Handler]:
        return {
            "reset": self._reset,
            "state_export": self._state_export,
            "state_import": self._state_import,
            "faults_list": self._faults_list,
            "faults_create": self._faults_create,
            "faults_clear": self._faults_clear,
            "faults_delete": self._faults_delete,
            "clock_get": self._clock_get,
            "clock_update": self._clock_update,
            "clock_reset": self._clock_reset,
            "requests_list": self._requests_list,
            "requests_clear": self._requests_clear,
        }

    def _reset(self, _: Call) -> Dict[str, bool]:
        try:
            self._control.reset()
        except SeedError as error:
            raise bad_request(str(error)) from None
        return {"success": True}

    def _state_export(self, call: Call) -> Download:
        path = call.platform.storage.uploads / str(uuid.uuid4())
        self._control.export_state(path)
        return Download(path, FILE_NAME, temporary=True)

    def _state_import(self, call: Call) -> Dict[str, bool]:
        upload: Upload = call.body
        try:
            stream = upload.path.open("rb")
        except FileNotFoundError:
            raise bad_request("file: the state was exchanged while it came; send it again") from None
        with stream:
            self._control.import_state(stream)
        return {"success": True}

    def _faults_list(self, _: Call) -> List[Dict[str, Any]]:
        return [asdict(fault) for fault in self._control.faults.all()]

    def _faults_create(self, call: Call) -> Dict[str, Any]:
        try:
            return asdict(self._control.faults.add(Fault(**call.body)))
        except ValueError as error:
            raise bad_request(str(error)) from None

    def _faults_clear(self, _: Call) -> None:
        self._control.faults.clear()

    def _faults_delete(self, call: Call) -> None:
        try:
            self._control.faults.remove(call.path["id"])
        except KeyError:
            raise not_found("fault", call.path["id"]) from None

    def _clock_get(self, _: Call) -> Dict[str, Any]:
        return {"now": micro(self._control.clock()), "frozen": self._control.clock.frozen}

    def _clock_update(self, call: Call) -> Dict[str, Any]:
        body = call.body
        if "now" in body and "advance" in body:
            raise bad_request("advance: is not possible together with now")

        def move(clock: Clock) -> None:
            moment = None
            if "now" in body:
                moment = clock.set(body["now"])
            if "advance" in body:
                moment = clock.advance(body["advance"])
            if body.get("frozen") is True:
                clock.freeze(moment)
            if body.get("frozen") is False and clock.frozen:
                clock.unfreeze()

        try:
            self._control.move_clock(move)
        except ValueError as error:
            raise bad_request(f"{'now' if 'now' in body else 'advance'}: {error}") from None
        return self._clock_get(call)

    def _clock_reset(self, call: Call) -> Dict[str, Any]:
        self._control.move_clock(lambda clock: clock.reset())
        return self._clock_get(call)

    def _requests_list(self, _: Call) -> List[Dict[str, Any]]:
        return [{**asdict(each), "time": micro(each.time)} for each in self._control.recorder.all()]

    def _requests_clear(self, _: Call) -> None:
        self._control.recorder.clear()
