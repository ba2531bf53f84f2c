"""A program of its own that looks at a picture (standard input): its fingerprint in a line, then a small JPEG.

A picture of some kilobytes may claim gigabytes of pixels, and every decoder has had its holes. Here it has bounds, and
when it breaks, nothing breaks but this. It imports nothing of ours, so that it can be run by its path.
"""

import io
import resource
import sys
import warnings

from PIL import Image, ImageOps

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
MOST_PIXELS = 60_000_000
LARGEST_SIDE = 480
MEMORY = 1024 * 1024 * 1024
SECONDS = 15
UNREADABLE = 4


def small(picture: Image.Image) -> Image.Image:
    """The picture upright, on white, and small; of several in one file the first."""
    picture.draft("RGB", (2 * LARGEST_SIDE, 2 * LARGEST_SIDE))
    if "A" in picture.getbands() or picture.mode == "P":
        reduced = picture.convert("RGBA")
    else:
        reduced = picture if picture.mode in ("L", "RGB") else picture.convert("RGB")
    reduced.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
    upright = ImageOps.exif_transpose(reduced)
    canvas = Image.new("RGB", upright.size, "white")
    canvas.paste(upright, mask=upright.getchannel("A") if upright.mode == "RGBA" else None)
    return canvas


def fingerprint(picture: Image.Image) -> str:
    """Whether each of 8 × 8 spots is lighter than its right neighbour, as 16 hexadecimal digits.

    "" for a picture of one colour or one slope, which would be like every other such picture.
    """
    spots = picture.convert("L").resize((9, 8), Image.Resampling.LANCZOS).tobytes()
    bits = "".join(
        "1" if spots[row * 9 + column] > spots[row * 9 + column + 1] else "0"
        for row in range(8)
        for column in range(8)
    )
    return "" if len(set(bits)) == 1 else f"{int(bits, 2):016x}"


def main(too_many_pixels: int) -> int:
    """Look within bounds; the exit status says what was wrong, that of too many pixels as it was ordered."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with Image.open(io.BytesIO(sys.stdin.buffer.read()), formats=FORMATS) as picture:
            made = small(picture)
        content = io.BytesIO()
        made.save(content, "JPEG", quality=80)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return too_many_pixels
    except Exception:  # noqa: BLE001 -- whatever a decoder raises, the picture cannot be shown
        return UNREADABLE
    sys.stdout.buffer.write(fingerprint(made).encode() + b"\n" + content.getvalue())
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
