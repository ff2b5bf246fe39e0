"""The brief's two drawings: as SVG for the PDF, as PNG for Word; the same places in both."""

from html import escape
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw, ImageFont

BAR = (1000, 70)
LINE = (1000, 170)
LEFT, RIGHT, TOP, BOTTOM = 40, 40, 30, 36
INK, GRID, DARK = "#1F2933", "#D5DAE0", "#2F5D50"
SCALE = 2


def segments(stages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The stages with `x` and `width` on a bar of 1000."""
    total = sum(stage["count"] for stage in stages) or 1
    placed, x = [], 0.0
    for stage in stages:
        width = BAR[0] * stage["count"] / total
        placed.append({**stage, "x": x, "width": width})
        x += width
    return placed


def spots(trend: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The months with `x` and `y` on a plane of LINE."""
    most = max([point["proven"] for point in trend] + [1])
    wide = (LINE[0] - LEFT - RIGHT) / max(len(trend) - 1, 1)
    high = LINE[1] - TOP - BOTTOM
    return [
        {
            "x": LEFT + place * wide,
            "y": LINE[1] - BOTTOM - high * point["proven"] / most,
            "count": point["proven"],
            "month": f"{point['day'][5:7]}/{point['day'][2:4]}",
        }
        for place, point in enumerate(trend)
    ]


def ink_on(tint: str) -> str:
    """White on dark tints, dark on light ones."""
    red, green, blue = (int(tint[at : at + 2], 16) for at in (0, 2, 4))
    return "#FFFFFF" if 0.3 * red + 0.59 * green + 0.11 * blue < 140 else INK


def bar_svg(stages: list[dict[str, Any]]) -> str:
    """The stage bar; the counts stand in it, the names in the legend beside."""
    parts = [
        f'<rect x="{one["x"]:.1f}" y="5" width="{one["width"]:.1f}" height="56"'
        f' fill="#{one["tint"]}" stroke="{INK}" stroke-width="1.5"/>'
        + (
            f'<text x="{one["x"] + one["width"] / 2:.1f}" y="42" text-anchor="middle"'
            f' font-size="26" fill="{ink_on(one["tint"])}">{one["count"]}</text>'
            if one["width"] > 24
            else ""
        )
        for one in segments(stages)
    ]
    return _svg(BAR, parts)


def line_svg(trend: list[dict[str, Any]]) -> str:
    """The line of proven agencies, with the count at each month."""
    placed = spots(trend)
    path = " ".join(f"{one['x']:.1f},{one['y']:.1f}" for one in placed)
    base = LINE[1] - BOTTOM
    parts = [f'<line x1="{LEFT}" y1="{base}" x2="{LINE[0] - RIGHT}" y2="{base}" stroke="{GRID}"/>']
    parts.append(f'<polyline points="{path}" fill="none" stroke="{DARK}" stroke-width="4"/>')
    for one in placed:
        parts.append(f'<circle cx="{one["x"]:.1f}" cy="{one["y"]:.1f}" r="6" fill="{DARK}"/>')
        parts.append(_label(one["x"], one["y"] - 12, str(one["count"])))
        parts.append(_label(one["x"], LINE[1] - 10, one["month"]))
    return _svg(LINE, parts)


def _label(x: float, y: float, text: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle" font-size="22" fill="{INK}">'
        f"{escape(text)}</text>"
    )


def _svg(size: tuple[int, int], parts: list[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size[0]} {size[1]}"'
        f' font-family="Times New Roman, Liberation Serif, serif">{"".join(parts)}</svg>'
    )


def bar_png(stages: list[dict[str, Any]]) -> BytesIO:
    """The stage bar as a picture; only figures stand in it, which every font has."""
    image, draw = _canvas(BAR)
    for one in segments(stages):
        box = [one["x"], 5, one["x"] + one["width"], 61]
        draw.rectangle([SCALE * at for at in box], f"#{one['tint']}", INK, width=2)
        if one["width"] > 24:
            middle = one["x"] + one["width"] / 2
            _write(draw, middle, 33, str(one["count"]), ink_on(one["tint"]), 26)
    return _png(image)


def line_png(trend: list[dict[str, Any]]) -> BytesIO:
    """The line of proven agencies as a picture."""
    image, draw = _canvas(LINE)
    base = SCALE * (LINE[1] - BOTTOM)
    draw.line([SCALE * LEFT, base, SCALE * (LINE[0] - RIGHT), base], GRID, width=2)
    placed = spots(trend)
    draw.line([(SCALE * p["x"], SCALE * p["y"]) for p in placed], DARK, width=8, joint="curve")
    for one in placed:
        x, y, r = SCALE * one["x"], SCALE * one["y"], 6 * SCALE
        draw.ellipse([x - r, y - r, x + r, y + r], DARK)
        _write(draw, one["x"], one["y"] - 20, str(one["count"]), INK, 22)
        _write(draw, one["x"], LINE[1] - 16, one["month"], INK, 22)
    return _png(image)


def _canvas(size: tuple[int, int]) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGB", (SCALE * size[0] + SCALE, SCALE * size[1]), "white")
    return image, ImageDraw.Draw(image)


def _write(draw: ImageDraw.ImageDraw, x: float, y: float, text: str, ink: str, size: int) -> None:
    font = ImageFont.load_default(SCALE * size)
    draw.text((SCALE * x, SCALE * y), text, ink, font=font, anchor="mm")


def _png(image: Image.Image) -> BytesIO:
    into = BytesIO()
    image.save(into, "PNG", optimize=True)
    into.seek(0)
    return into
