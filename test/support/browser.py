"""Chromium without a window, driven by its DevTools protocol over two pipes: no port, no driver, no library."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, Dict, List, Optional

from test.support.emulator.client import wait_until
from test.support.emulator.needs import absent

_ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --hide-scrollbars --disable-component-update --disable-sync --disable-dev-shm-usage --remote-debugging-pipe"
)
_PATIENCE = 60  # seconds


class RefusedError(Exception):
    """The browser did not do what it was told, such as look at a document that has just been left."""


class Browser:
    """One tab of a Chromium of its own.

    Attributes:
        complaints: errors and warnings of pages: of their scripts, and of what their policies forbid.
    """

    def __init__(self) -> None:
        program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        if program is None:
            absent("chromium", "apt-get install chromium")
        self.complaints: List[str] = []
        self._profile = tempfile.mkdtemp()
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()
        # It reads commands from descriptor 3, and writes answers to 4.
        shell = f'exec "$@" 3</dev/fd/{theirs_in} 4>/dev/fd/{theirs_out}'
        self._process = subprocess.Popen(
            [
                "/bin/sh",
                "-c",
                shell,
                "sh",
                str(program),
                f"--user-data-dir={self._profile}",
                *_ARGUMENTS.split(),
                "about:blank",
            ],
            pass_fds=(theirs_in, theirs_out),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._number = 0
        self._rest = b""
        self._session: Optional[str] = None
        page = wait_until(self._page)
        attached = self._call("Target.attachToTarget", targetId=page["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self._call(f"{domain}.enable")

    def _page(self) -> Optional[Dict[str, Any]]:
        """Return the tab, which is there a moment after the browser."""
        targets: List[Dict[str, Any]] = self._call("Target.getTargets")["targetInfos"]
        return next((each for each in targets if each["type"] == "page"), None)

    def _call(self, method: str, **parameters: Any) -> Dict[str, Any]:
        self._number += 1
        message: Dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session is not None:
            message["sessionId"] = self._session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._out, data) :]
        while True:
            answer = self._receive()
            self._note(answer)
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RefusedError(answer["error"]["message"])
                found: Dict[str, Any] = answer["result"]
                return found

    def _receive(self) -> Dict[str, Any]:
        while b"\0" not in self._rest:
            assert select.select([self._in], [], [], _PATIENCE)[0], "the browser does not answer"
            data = os.read(self._in, 1024 * 1024)
            assert data, "the browser has ended"
            self._rest += data
        message, _, self._rest = self._rest.partition(b"\0")
        found: Dict[str, Any] = json.loads(message)
        return found

    def _note(self, message: Dict[str, Any]) -> None:
        method, parameters = message.get("method"), message.get("params", {})
        if method == "Runtime.exceptionThrown":
            self.complaints.append(str(parameters["exceptionDetails"]))
        if method == "Log.entryAdded" and parameters["entry"]["level"] in ("error", "warning"):
            self.complaints.append(parameters["entry"]["text"])
        if method == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "warning", "assert"):
            self.complaints.append(str(parameters["args"]))

    def open(self, url: str) -> None:
        """Go to an address, and wait until the document is there."""
        self("window.left = true")
        assert "errorText" not in self._call("Page.navigate", url=url)
        self._arrived()

    def _arrived(self) -> None:
        self.wait_for("!window.left && document.readyState === 'complete'")

    def __call__(self, script: str) -> Any:
        """Return the value of an expression in the page."""
        answer = self._call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def click(self, selector: str, text: str = "") -> None:
        """Click the first element that a selector finds and that has a text; follow it if it is a link."""
        place = self(
            f"""(() => {{
              const found = [...document.querySelectorAll({json.dumps(selector)})]
                .find((each) => each.textContent.includes({json.dumps(text)}));
              if (!found) return null;
              found.scrollIntoView({{block: "center", behavior: "instant"}});
              const box = found.getClientRects()[0];
              window.left = found.tagName === "A";
              return [box.x + Math.min(box.width / 2, 20), box.y + box.height / 2];
            }})()"""
        )
        assert place, f"there is no {selector} {text}"
        for kind in ("mousePressed", "mouseReleased"):
            x, y = place
            self._call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
        self._arrived()

    def press(self, key: str, code: int) -> None:
        """Press a key, by its name and its number."""
        typed = {"text": "\r"} if key == "Enter" else {}
        for kind in ("keyDown", "keyUp"):
            self._call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **typed)

    def write(self, text: str) -> None:
        """Type a text where the cursor is."""
        self._call("Input.insertText", text=text)

    def wait_for(self, script: str) -> None:
        """Wait until an expression in the page is true, or in the one that comes next."""
        wait_until(lambda: self._holds(script))

    def _holds(self, script: str) -> bool:
        try:
            return bool(self(script))
        except RefusedError:
            return False

    @property
    def text(self) -> str:
        """What can be read."""
        return str(self("document.body.innerText"))

    def look(self, width: int, *, dark: bool) -> None:
        """Have a window of so many pixels, and prefer dark or light colours."""
        self._call(
            "Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 600
        )
        feature = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._call("Emulation.setEmulatedMedia", features=[feature])

    def scripts(self, allowed: bool) -> None:
        """Allow scripts, or forbid them."""
        self._call("Emulation.setScriptExecutionDisabled", value=not allowed)

    def screenshot(self, path: Path) -> None:
        """Store a picture of the whole document as PNG."""
        path.write_bytes(base64.b64decode(self._call("Page.captureScreenshot", captureBeyondViewport=True)["data"]))

    def close(self) -> None:
        """End the browser."""
        with suppress(OSError, AssertionError, RefusedError):
            self._session = None
            self._call("Browser.close")
        for pipe in (self._in, self._out):
            os.close(pipe)
        try:
            self._process.wait(60)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._profile, ignore_errors=True)
