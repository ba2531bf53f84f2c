"""Pictures are looked at in a process of their own, which has bounds."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from bot import picture_worker
from bot.pictures import Look, PixelBombError, UnreadablePictureError, look_at
from tests.bot.files import picture


def drawn(form: str = "JPEG", size: tuple[int, int] = (800, 600), shade: int = 0) -> bytes:
    """A picture with something in it, in the shade of a slightly different light."""
    made = Image.new("RGB", (800, 600), (200, 210 - shade, 220))
    draw = ImageDraw.Draw(made)
    draw.rectangle((100, 100, 400, 500), fill=(30, 60 + shade, 90))
    draw.ellipse((450, 150, 700, 400), fill=(220, 180, 20))
    content = io.BytesIO()
    made.resize(size).save(content, form)
    return content.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG that claims these pixels and holds next to none."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


async def _look(folder: Path, content: bytes) -> Look:
    path = folder / "picture"
    path.write_bytes(content)
    return await look_at(path)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF"])
async def test_a_picture_gets_a_small_one(tmp_path: Path, form: str) -> None:
    look = await _look(tmp_path, drawn(form))
    with Image.open(io.BytesIO(look.thumbnail)) as small:
        assert (small.format, small.size) == ("JPEG", (480, 360))
    assert len(look.picture_hash) == 16


@pytest.mark.parametrize("mode", ["1", "L", "I;16", "CMYK", "LA", "RGBA", "P"])
async def test_a_scan_in_any_kind_of_grey_or_colour_gets_a_small_one(tmp_path: Path, mode: str) -> None:
    content = io.BytesIO()
    Image.new(mode, (960, 600)).save(content, "TIFF")
    with Image.open(io.BytesIO((await _look(tmp_path, content.getvalue())).thumbnail)) as small:
        assert small.size == (480, 300)


async def test_of_a_moving_picture_the_first_one_is_seen(tmp_path: Path) -> None:
    content = io.BytesIO()
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "blue")]
    frames[0].save(content, "GIF", save_all=True, append_images=frames[1:])
    with Image.open(io.BytesIO((await _look(tmp_path, content.getvalue())).thumbnail)) as small:
        red, green, blue = small.convert("RGB").resize((1, 1)).tobytes()
    assert red > 200
    assert max(green, blue) < 60


async def test_the_same_scene_in_another_size_and_light_looks_nearly_the_same(tmp_path: Path) -> None:
    first, again, other = [
        int((await _look(tmp_path, content)).picture_hash, 16)
        for content in (drawn(), drawn("PNG", (333, 250), 12), _stripes())
    ]
    assert (first ^ again).bit_count() <= 4
    assert (first ^ other).bit_count() > 16


def _stripes() -> bytes:
    made = Image.new("RGB", (800, 600), "white")
    draw = ImageDraw.Draw(made)
    for left in range(0, 800, 160):
        draw.rectangle((left, 0, left + 80, 600), fill="black")
    content = io.BytesIO()
    made.save(content, "PNG")
    return content.getvalue()


async def test_a_picture_of_one_colour_looks_like_nothing(tmp_path: Path) -> None:
    assert (await _look(tmp_path, picture("PNG", (300, 200)))).picture_hash == ""


@pytest.mark.parametrize("size", [(65_000, 65_000), (9_000, 9_000), (1_000_000, 1_000)])
async def test_a_picture_that_claims_too_many_pixels_is_no_picture(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    assert size[0] * size[1] > picture_worker.MOST_PIXELS
    with pytest.raises(PixelBombError):
        await _look(tmp_path, bomb(*size))


@pytest.mark.parametrize(
    "content",
    [
        drawn()[:2000],
        b"\x89PNG\r\n\x1a\n",
        bomb(3000, 3000),
        drawn("GIF")[:99],
        picture("TIFF")[:200],
        picture("PPM"),
        b"",
        b"x" * 99,
    ],
)
async def test_what_cannot_be_decoded_is_said_so(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UnreadablePictureError):
        await _look(tmp_path, content)


async def test_one_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.pictures.SECONDS", 0.0)
    with pytest.raises(UnreadablePictureError, match="slow"):
        await _look(tmp_path, drawn())
