"""Files as offices send them, made small; a client that uploads."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

WORD = {
    "[Content_Types].xml": b"<Types/>",
    "word/document.xml": b"<w:document/>",
    "word/_rels/document.xml.rels": b"<Relationships/>",
}
EXCEL = {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def zipped(parts):
    """An Office file of these parts."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return whole.getvalue()


def photo(colour="white", size=(40, 60), kind="JPEG"):
    """A photo of a page."""
    whole = io.BytesIO()
    Image.new("RGB", size, colour).save(whole, kind)
    return whole.getvalue()


@pytest.fixture
def upload(client_as):
    """upload(user, content, name=…, agency=…) → the answer."""

    def uploading(user, content=PDF, name="Biên bản.pdf", agency="SNV-2025", **told):
        file = SimpleUploadedFile(name, content, content_type="application/octet-stream")
        headers = told.pop("headers", {})
        body = {"file": file, "agency": agency, **told}
        return client_as(user).post("/api/v1/evidence", body, format="multipart", headers=headers)

    return uploading


@pytest.fixture
def snv(load):
    """The article's case: its rollout's id."""
    return load("so_noi_vu_2010")[0].rollout_ids[0]


@pytest.fixture
def clamd():
    """A scanner that says what it is told to: clamd("stream: OK") → its address."""
    import socketserver
    import struct
    import threading

    servers = []

    def started(says):
        heard = []

        class Session(socketserver.StreamRequestHandler):
            def handle(self):
                heard.append(self.rfile.read(10))
                while size := struct.unpack(">I", self.rfile.read(4))[0]:
                    heard.append(self.rfile.read(size))
                self.wfile.write(says.encode() + b"\0")

        server = socketserver.TCPServer(("127.0.0.1", 0), Session)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"tcp://127.0.0.1:{server.server_address[1]}", heard

    yield started
    for server in servers:
        server.shutdown()
        server.server_close()
