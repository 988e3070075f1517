"""A web of our own on loopback: a server that answers as a test tells it to, well or badly."""

import contextlib
import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

#: What a path answers: bytes as they go over the wire, piece by piece.
Answer = Callable[[], Iterable[bytes]]


def answer(
    body: bytes = b"",
    *,
    status: str = "200 OK",
    kind: str = "text/html; charset=utf-8",
    length: int | None = None,
    **headers: str,
) -> Answer:
    """An answer as servers give it; a header's underscores stand for hyphens."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}"]
    if kind:
        lines.append(f"Content-Type: {kind}")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    head = "\r\n".join([*lines, "", ""]).encode("latin-1")
    return lambda: [head + body]


def redirect(to: str, status: str = "302 Found") -> Answer:
    return answer(status=status, Location=to)


def packed(body: bytes, **headers: str) -> Answer:
    return answer(gzip.compress(body), Content_Encoding="gzip", **headers)


def dripping(head: bytes, piece: bytes, pause_s: float = 0.05) -> Answer:
    """A server that speaks without end, but slowly."""

    def pieces() -> Iterator[bytes]:
        yield head
        while True:
            time.sleep(pause_s)
            yield piece

    return pieces


@dataclass
class Web:
    """A running server.

    `answers` maps a path to what it says; `asked` lists the requests as they came in, `server_names` the
    names that HTTPS was asked to prove.
    """

    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    server_names: list[str | None] = field(default_factory=list)

    def url(self, path: str, *, host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [request.split(" ", 2)[1] for request in self.asked]

    def _serve(self, wire: socket.socket) -> None:
        # A client that has had enough closes its end, and no test waits for that.
        with contextlib.suppress(OSError), wire:
            request = b""
            while (
                request[:4] in {b"", b"GET "} and b"\r\n\r\n" not in request and (piece := wire.recv(65_536))
            ):
                request += piece
            text = request.decode("latin-1")
            if not text.startswith("GET "):
                wire.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n" if text else b"")
                return
            self.asked.append(text)
            path = text.split(" ", 2)[1].partition("?")[0]
            for piece in self.answers.get(path, answer(b"nothing here", status="404 Not Found"))():
                wire.sendall(piece)


@contextlib.contextmanager
def running(*, certificate: Path | None = None) -> Iterator[Web]:
    """A server on a port of its own, with HTTPS when it has a certificate with its key."""
    context = None
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        web = Web(listener.getsockname()[1])
        closing = threading.Event()
        if context:
            context.sni_callback = lambda _wire, name, _context: web.server_names.append(name)

        def serve(wire: socket.socket) -> None:
            try:
                web._serve(context.wrap_socket(wire, server_side=True) if context else wire)
            except OSError:
                wire.close()

        def listen() -> None:
            while not closing.is_set():
                with contextlib.suppress(TimeoutError):
                    wire, _ = listener.accept()
                    wire.settimeout(10)
                    threading.Thread(target=serve, args=[wire], daemon=True).start()

        listener.settimeout(0.02)
        listening = threading.Thread(target=listen, daemon=True)
        listening.start()
        try:
            yield web
        finally:
            closing.set()
            listening.join()
