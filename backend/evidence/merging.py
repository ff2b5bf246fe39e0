"""Photos of the pages of a paper become one PDF."""

import io
from collections.abc import Sequence

from PIL import Image, ImageOps

from evidence import store
from evidence.contents import Received, opened, received
from evidence.models import Evidence

# An A4 page at 200 dpi: legible, and a tenth of what a telephone sends.
LONGEST_SIDE, DPI, QUALITY = 2339, 200, 80


def as_one_pdf(photos: Sequence[Evidence], name: str) -> Received:
    """The photos as the pages of one PDF, in their order, turned as they were taken."""
    pages = [_page(photo) for photo in photos]
    whole = io.BytesIO()
    pages[0].save(
        whole,
        format="PDF",
        save_all=True,
        append_images=pages[1:],
        resolution=float(DPI),
        quality=QUALITY,
    )
    return received(name, whole)


def _page(photo: Evidence) -> Image.Image:
    with store.opened(photo) as stream, opened(io.BytesIO(stream.read())) as image:
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(image)
        if upright.mode in ("RGBA", "LA", "P"):
            paper = Image.new("RGB", upright.size, "white")
            layer = upright.convert("RGBA")
            paper.paste(layer, mask=layer.getchannel("A"))
            upright = paper
        page: Image.Image = upright.convert("RGB")
        page.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        return page
