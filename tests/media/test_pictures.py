"""What becomes of a picture between `content/media/` and the site's folder `media/`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Never

import pytest
from drawing import bomb, picture, place, plain, read
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from generator.config import Project
from generator.disk import Files, RememberedFiles
from generator.media import PictureFailedError, forget_others, read_pictures
from generator.media.measuring import Measured, UnfitError, measured
from generator.media.shelf import sizes_of
from generator.model.media import Picture, Pictures, Unfit
from generator.problems import ChangedOnDiskError

ORIENTATION = 0x0112


@pytest.fixture
def project(tmp_path: Path) -> Project:
    found = Project(tmp_path)
    found.media.mkdir(parents=True)
    return found


def put(project: Project, name: str, data: bytes) -> Path:
    path = project.media / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def pictures_of(project: Project) -> Pictures:
    """What the folder holds; what is new is remembered."""
    return read_pictures(project, remember=True)[0]


def only(pictures: Pictures) -> Picture:
    (found,) = pictures.found.values()
    assert isinstance(found, Picture)
    return found


def made(pictures: Pictures) -> dict[str, bytes]:
    """Every size of every picture by its path, the cards for other sites as well."""
    return {
        size.path: pictures.make(found, size)
        for found in pictures.found.values()
        if isinstance(found, Picture)
        for size in (*found.sizes, found.card)
    }


def turned(orientation: int) -> Image.Exif:
    """What a camera notes that was held another way."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    return exif


# Sizes


@pytest.mark.parametrize(
    ("given_size", "sizes"),
    [
        ((4000, 3000), [(480, 360), (960, 720), (1600, 1200)]),
        ((1600, 900), [(480, 270), (960, 540), (1600, 900)]),
        ((1000, 500), [(480, 240), (1000, 500)]),
        ((500, 250), [(500, 250)]),
        ((60, 40), [(60, 40)]),
        ((1, 16_000), [(1, 16_000)]),
        ((800, 32_000), [(400, 16_000)]),
        ((50_000, 1), [(480, 1), (960, 1), (1600, 1)]),
    ],
    ids=["large", "exact", "nearly-960", "nearly-480", "small", "line", "tall", "wide"],
)
def test_a_picture_is_published_in_these_sizes(
    given_size: tuple[int, int], sizes: list[tuple[int, int]]
) -> None:
    assert sizes_of(*given_size) == sizes


@given(st.integers(1, 20_000), st.integers(1, 20_000))
def test_no_size_is_larger_than_the_picture_and_each_is_larger_than_the_last(
    width: int, height: int
) -> None:
    sizes = sizes_of(width, height)
    assert all(w <= width and h <= height for w, h in sizes)
    assert [w for w, _ in sizes] == sorted({w for w, _ in sizes})


def test_what_is_made_has_the_size_that_pages_announce(project: Project) -> None:
    put(project, "bridge.jpg", picture("JPEG", (1300, 700)))
    found = pictures_of(project)
    for size in only(found).sizes:
        image = read(found.make(only(found), size))
        assert (image.format, image.size) == ("WEBP", (size.width, size.height))
    card = read(found.make(only(found), only(found).card))
    assert (card.format, card.size) == ("JPEG", (1200, 646))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright(orientation: int, project: Project) -> None:
    # Red above blue, as the camera's owner saw it.
    upright = plain("red", (60, 80))
    upright.paste("blue", (0, 40, 60, 80))
    undo = {6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270} | {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        7: Image.Transpose.TRANSVERSE,
    }
    held = upright.transpose(undo[orientation]) if orientation in undo else upright
    path = project.media / "bridge.jpg"
    held.save(path, "JPEG", exif=turned(orientation), quality=95)
    (data, _) = made(pictures_of(project)).values()
    image = read(data).convert("RGB")
    assert image.size == (60, 80)
    assert image.getpixel((30, 10))[0] > 200
    assert image.getpixel((30, 70))[2] > 200


@pytest.mark.parametrize(
    ("mode", "kind", "colour", "seen"),
    [
        ("CMYK", "JPEG", (0, 255, 255, 0), (255, 0, 0)),
        ("L", "JPEG", 77, (77, 77, 77)),
        ("I;16", "PNG", 40_000, (156, 156, 156)),
        ("1", "PNG", 1, (255, 255, 255)),
        ("RGB", "AVIF", (0, 128, 0), (0, 128, 0)),
        ("RGB", "GIF", (0, 0, 255), (0, 0, 255)),
        ("RGB", "WEBP", (0, 0, 255), (0, 0, 255)),
    ],
    ids=["print", "grey", "sixteen-bits", "black-and-white", "avif", "gif", "webp"],
)
def test_a_picture_of_any_kind_of_colours_keeps_them(
    mode: str, kind: str, colour: object, seen: tuple[int, ...], project: Project
) -> None:
    Image.new(mode, (60, 40), colour).save(project.media / "bridge", kind)  # type: ignore[arg-type]
    for data in made(pictures_of(project)).values():
        pixel = read(data).convert("RGB").getpixel((30, 20))
        assert all(abs(a - b) < 8 for a, b in zip(pixel, seen, strict=True))


def test_a_profile_goes_once_its_colours_are_those_of_srgb(project: Project) -> None:
    usual = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    no_rgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for name, profile in (("a", usual), ("b", no_rgb), ("c", b"spoilt")):
        put(project, f"{name}.png", picture(colour="red", icc_profile=profile))
    for data in made(pictures_of(project)).values():
        red, green, blue = read(data).convert("RGB").getpixel((3, 3))
        assert red > 245
        assert green < 10
        assert blue < 10
        assert "icc_profile" not in read(data).info


def test_what_is_clear_stays_clear_and_is_white_on_cards(project: Project) -> None:
    Image.new("RGBA", (60, 40), (0, 0, 0, 0)).save(project.media / "bridge.png")
    webp, card = made(pictures_of(project)).values()
    assert read(webp).convert("RGBA").getpixel((30, 20))[3] == 0
    assert read(card).getpixel((30, 20)) == (255, 255, 255)


def test_every_pixel_of_a_drawing_is_kept_where_that_costs_no_more(
    project: Project,
) -> None:
    drawing = plain("white", (400, 300))
    for line in range(0, 300, 12):
        drawing.paste("black", (20, line, 20 + line, line + 2))
    drawing.save(project.media / "chart.png")
    (data, _) = made(pictures_of(project)).values()
    assert read(data).convert("RGB").tobytes() == drawing.tobytes()


# What readers must not learn


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_pixels_is_published(kind: str, project: Project) -> None:
    exif = place()
    exif[0x010E] = "Taken by somebody"  # ImageDescription
    put(project, "a.img", picture(kind, exif=exif, comment=b"Taken by somebody"))
    for data in made(pictures_of(project)).values():
        image = read(data)
        assert not {"exif", "xmp", "comment", "icc_profile"} & image.info.keys()
        assert not image.getexif()
        assert b"somebody" not in data
        assert b"Camera" not in data


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_file_that_says_where_it_was_taken_is_known(kind: str) -> None:
    assert measured(picture(kind, exif=place())).tells_place
    assert not measured(picture(kind, exif=turned(6))).tells_place


def test_coordinates_that_a_program_wrote_are_known_too() -> None:
    xmp = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>1,2N</exif:GPSLatitude>'
    )
    assert measured(picture("JPEG", xmp=xmp)).tells_place


def test_the_name_of_a_file_is_not_published(project: Project) -> None:
    put(project, "from-somebody.png", picture())
    assert not any("somebody" in path for path in made(pictures_of(project)))


# What is no picture


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"The bridge.", "is no picture"),
        (b"<svg/>", "is an SVG drawing, which can hold programs and ask other hosts"),
        (b'<?xml version="1.0"?>\n<svg/>',
            "is an SVG drawing, which can hold programs and ask other hosts"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "is no picture"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:00",
            "is a note of Git LFS, and the picture itself is elsewhere"),
        (picture("BMP"), "is a BMP picture"),
        (picture("TIFF"), "is a TIFF or raw picture"),
        (picture("PNG")[:60], "is broken: it cannot be read to its end"),
        (picture("JPEG", (300, 300))[:-400], "is broken: it cannot be read to its end"),
        (bomb(9_000, 9_000), "has 9,000 by 9,000 pixels"),
        (bomb(65_000, 3), "has 65,000 by 3 pixels"),
        (bomb(99_999, 99_999), "has far more pixels than a picture needs"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40_000_000), "has 40,000,008 bytes"),
        (picture("GIF", save_all=True, append_images=[plain("blue")]),
            "moves, and no reader could stop it"),
        (picture("PNG", save_all=True, append_images=[plain("blue")]),
            "moves, and no reader could stop it"),
        (picture("WEBP", save_all=True, append_images=[plain("blue")]),
            "moves, and no reader could stop it"),
    ],
    ids=["empty", "text", "svg", "xml", "postscript", "lfs", "bmp", "tiff", "torn-png",
        "torn-jpeg", "many-pixels", "wide", "bomb", "many-bytes", "gif", "apng",
        "moving-webp"],
)  # fmt: skip
def test_a_file_is_refused_because_it(data: bytes, reason: str) -> None:
    with pytest.raises(UnfitError) as refused:
        measured(data)
    assert refused.value.reason == reason


@given(st.binary(max_size=200), st.sampled_from(["JPEG", "PNG", "WEBP", "GIF"]))
def test_whatever_the_bytes_are_a_picture_or_a_reason_comes_of_them(
    data: bytes, kind: str
) -> None:
    for each in (data, picture(kind)[:40] + data):
        assert _outcome(each)


def _outcome(data: bytes) -> Measured | str:
    """What picture *data* is, or what to do about it."""
    try:
        return measured(data)
    except UnfitError as refused:
        return refused.hint


# The folder


def test_pictures_are_called_by_their_path_below_the_folder(project: Project) -> None:
    put(project, "b.png", picture())
    put(project, "2019/a.png", picture())
    put(project, ".DS_Store", b"x")
    put(project, "README.md", b"Whose they are.")
    assert list(pictures_of(project).found) == ["2019/a.png", "b.png"]


def test_an_accent_is_the_same_however_it_is_composed(project: Project) -> None:
    put(project, "fa\u0308hre.png", picture())  # as one system writes it
    assert pictures_of(project).picture("f\u00e4hre.png") is not None
    assert pictures_of(project).picture("fa\u0308hre.png") is not None


def test_a_link_to_a_file_elsewhere_is_no_picture(project: Project) -> None:
    secret = project.root / "secret.png"
    secret.write_bytes(picture())
    (project.media / "a.png").symlink_to(secret)
    (project.media / "folder").symlink_to(project.root)
    found = pictures_of(project).found
    assert list(found) == ["a.png", "folder"]
    assert all(isinstance(each, Unfit) for each in found.values())


class Unread(Files):
    """A disk from which nothing may be read."""

    def seen(self, path: Path, make: object) -> Never:
        pytest.fail(f"{path} was read")


def test_a_file_that_is_far_too_large_is_not_even_read(project: Project) -> None:
    os.truncate(put(project, "a.png", b""), 2**40)
    pictures, _ = read_pictures(project, Unread())
    assert pictures.found["a.png"] == Unfit(
        "a.png",
        "picture-large",
        "has 1,099,511,627,776 bytes",
        "save a smaller one: the site shows none wider than 1,600 pixels",
    )


def test_the_folder_itself_is_no_link(project: Project) -> None:
    elsewhere = project.root / "elsewhere"
    put(project, "a.png", picture())
    project.media.rename(elsewhere)
    project.media.symlink_to(elsewhere)
    pictures, problems = read_pictures(project)
    assert not pictures.found
    assert [str(each) for each in problems] == [
        "content/media: error: this is a symbolic link, not a folder [not-a-file]\n"
        "  hint: make a folder of that name and put the pictures there"
    ]


def test_without_pictures_pillow_is_not_loaded(project: Project) -> None:
    script = (
        "import sys; from pathlib import Path; from generator.config import Project; "
        "from generator import pipeline; "
        f"print(pipeline.read_pictures(Project(Path({str(project.root)!r})))); "
        "sys.exit('PIL' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


# What is remembered


def test_the_same_picture_gives_the_same_bytes_with_and_without_memory(
    project: Project,
) -> None:
    put(project, "a.jpg", picture("JPEG", (700, 500)))
    first = made(pictures_of(project))
    assert made(pictures_of(project)) == first
    for path in project.sizes.iterdir():
        path.unlink()
    assert made(read_pictures(project)[0]) == first
    assert not list(project.sizes.iterdir())


def test_what_is_remembered_is_not_made_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(project, "a.jpg", picture("JPEG", (700, 500)))
    first = made(pictures_of(project))
    monkeypatch.setitem(sys.modules, "PIL", None)  # cannot be imported any more
    assert made(pictures_of(project)) == first


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[:40] + b"x" + data[41:],
        lambda data: bytes(32) + b"<script>",
        lambda data: __import__("hashlib").sha256(b"<svg/>").digest() + b"<svg/>",
    ],
    ids=["empty", "torn", "changed", "foreign", "foreign-with-its-hash"],
)
def test_a_spoilt_memory_only_costs_the_work(spoil, project: Project) -> None:  # type: ignore[no-untyped-def]
    put(project, "a.jpg", picture("JPEG", (700, 500)))
    first = made(pictures_of(project))
    for path in project.sizes.iterdir():
        path.write_bytes(spoil(path.read_bytes()))
    assert made(pictures_of(project)) == first


def test_no_memory_can_make_a_bomb_go_off(project: Project) -> None:
    put(project, "a.png", picture(size=(61, 41)))
    pictures = pictures_of(project)
    (measure,) = project.sizes.glob("*.json")
    kept = measure.read_bytes()
    put(project, "a.png", bomb(60_000, 60_000))
    forged = _renamed_as_if_measured(project, kept)
    with pytest.raises(PictureFailedError, match="far more pixels than"):
        made(forged)
    assert only(pictures).sizes[0].width == 61


def _renamed_as_if_measured(project: Project, kept: bytes) -> Pictures:
    """The pictures, once the memory says that the one there has a modest size."""
    import hashlib

    from generator.media.shelf import _name_of_measure

    sha256 = hashlib.sha256((project.media / "a.png").read_bytes()).hexdigest()
    (project.sizes / _name_of_measure(sha256)).write_bytes(kept)
    return read_pictures(project)[0]


def test_what_is_remembered_of_pictures_that_are_gone_is_forgotten(
    project: Project,
) -> None:
    put(project, "a.png", picture())
    made(pictures_of(project))
    kept = sorted(path.name for path in project.sizes.iterdir())
    put(project, "b.png", picture(colour="blue"))
    made(pictures_of(project))
    (project.media / "b.png").unlink()
    forget_others(pictures_of(project), project)
    assert sorted(path.name for path in project.sizes.iterdir()) == kept


def test_a_project_that_cannot_be_written_is_read(project: Project) -> None:
    put(project, "a.png", picture())
    project.sizes.parent.mkdir(parents=True)
    project.sizes.write_bytes(b"a file where the folder should be")
    assert len(made(pictures_of(project))) == 2


def test_a_picture_that_changed_since_it_was_measured_is_not_published(
    project: Project,
) -> None:
    path = put(project, "a.png", picture())
    pictures, _ = read_pictures(project)
    path.write_bytes(picture(colour="blue"))
    with pytest.raises(ChangedOnDiskError):
        pictures.make(only(pictures), only(pictures).sizes[0])


def test_a_new_picture_of_the_same_name_and_size_is_another(project: Project) -> None:
    disk = RememberedFiles()
    path = put(project, "a.png", picture(colour="red"))
    first, _ = read_pictures(project, disk)
    assert read_pictures(project, disk)[0] == first
    path.write_bytes(picture(colour="blue"))
    second, _ = read_pictures(project, disk)
    assert {s.path for s in only(first).sizes}.isdisjoint(
        s.path for s in only(second).sizes
    )
