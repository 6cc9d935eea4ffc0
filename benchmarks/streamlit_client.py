"""A client without a browser: it talks to a Streamlit server over websocket and uploads, as the page does."""

import asyncio
import contextlib
import time
import urllib.request
import uuid
from urllib.parse import urlsplit

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

SECONDS = 120
"""Upper limit for the seconds of a run."""
ASKED_AGAIN = 2
"""Seconds after which the server is asked once more."""
MOST = 100_000_000
"""Upper limit for the bytes of a message."""


class Client:
    """One session; use as an asynchronous context."""

    def __init__(self, address, name=""):
        self.address, self.name = address, name
        self.session = ""
        self.page = ""
        self.cookie = ""
        self.elements = {}
        self.states = {}
        self.seen = bytearray()

    async def __aenter__(self):
        def cookie():
            with urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=SECONDS) as answer:  # noqa: S310
                return "; ".join(one.split(";")[0] for one in answer.headers.get_all("Set-Cookie") or ())

        self.cookie = await asyncio.to_thread(cookie)
        place = self.address.replace("http", "ws") + "/_stcore/stream"
        headers = {"Cookie": self.cookie} if self.cookie else {}
        self.line = await websockets.connect(
            place, subprotocols=["streamlit"], max_size=MOST, additional_headers=headers, open_timeout=SECONDS
        )
        return self

    async def __aexit__(self, *_):
        await self.line.close()

    async def run(self, page="", **trigger):
        """Run the script, and return the seconds until its last message."""
        message = BackMsg()
        message.rerun_script.query_string = ""
        message.rerun_script.page_script_hash = self.page
        message.rerun_script.page_name = page
        for key, value in {**self.states, **trigger}.items():
            state = message.rerun_script.widget_states.widgets.add()
            state.id = key
            if value is True:
                state.trigger_value = True
            elif isinstance(value, float):
                state.double_array_value.data.append(value)
            else:
                state.file_uploader_state_value.CopyFrom(value)
        begun = time.perf_counter()
        await self.line.send(message.SerializeToString())
        await asyncio.wait_for(self._finished(), SECONDS)
        return time.perf_counter() - begun

    async def _finished(self):
        running = False
        while True:
            raw = await self.line.recv()
            self.seen += raw
            message = ForwardMsg.FromString(raw)
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self.session = message.new_session.initialize.session_id or self.session
                self.page = message.new_session.page_script_hash
                running = True
            elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                element = message.delta.new_element
                one = getattr(element, element.WhichOneof("type"))
                if getattr(one, "id", ""):
                    self.elements[getattr(one, "label", ""), element.WhichOneof("type")] = one
            elif kind == "script_finished" and running:
                return

    def element(self, label, kind):
        """Id of the first widget of a kind whose label begins with ``label``."""
        return next(one.id for (name, what), one in self.elements.items() if what == kind and name.startswith(label))

    async def upload(self, label, name, data):
        """Upload a file, run the script, and return the seconds of both."""
        begun = time.perf_counter()
        urls = await asyncio.wait_for(self._urls(name), SECONDS)
        await asyncio.to_thread(self._put, urls.upload_url, name, data)
        target = self.element(label, "file_uploader")
        state = BackMsg().rerun_script.widget_states.widgets.add().file_uploader_state_value
        state.uploaded_file_info.add(name=name, size=len(data), file_id=urls.file_id, file_urls=urls)
        self.states[target] = state
        await self.run()
        return time.perf_counter() - begun

    async def _urls(self, name):
        """Where to put a file; asked again, as a run that begins just then drops the answer from the server's queue."""
        while True:
            message = BackMsg()
            request = message.file_urls_request
            request.request_id, request.session_id = uuid.uuid4().hex, self.session
            request.file_names.append(name)
            await self.line.send(message.SerializeToString())
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(ASKED_AGAIN):
                    while True:
                        answer = ForwardMsg.FromString(await self.line.recv())
                        if answer.file_urls_response.response_id == request.request_id:
                            return answer.file_urls_response.file_urls[0]

    def _put(self, path, name, data):
        mark = uuid.uuid4().hex
        head = f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="{name}"\r\n'
        body = f"{head}Content-Type: text/plain\r\n\r\n".encode() + data + f"\r\n--{mark}--\r\n".encode()
        headers = {"Content-Type": f"multipart/form-data; boundary={mark}"}
        if self.cookie:
            headers["Cookie"] = self.cookie
            values = dict(one.partition("=")[::2] for one in self.cookie.split("; "))
            headers["X-Xsrftoken"] = next((value for key, value in values.items() if "xsrf" in key), "")
        url = path if urlsplit(path).scheme else f"{self.address}{path}"
        request = urllib.request.Request(url, body, headers, method="PUT")  # noqa: S310
        with urllib.request.urlopen(request, timeout=SECONDS):  # noqa: S310
            pass
