"""The bundle as a ZIP: names and bytes, with caps against archives that unpack without end."""

import io
import zipfile
import zlib

MOST_FILES = 20_000
MOST_BYTES = 512 * 1024 * 1024


class Unreadable(Exception):
    """Exit 2: this is no bundle at all."""


def read_archive(data, report):
    """Name → bytes. A file that cannot be unpacked is a finding and left out."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, NotImplementedError, OSError, EOFError, OverflowError):
        raise Unreadable("not a ZIP archive")
    if len(entries) > MOST_FILES or sum(max(entry.file_size, entry.compress_size) for entry in entries) > MOST_BYTES:
        raise Unreadable("more files or bytes than a bundle can have")
    files, left = {}, MOST_BYTES
    for entry in entries:
        name = entry.filename
        if name in files:
            report.finding("file.twice", name, "the archive has two files of this name")
            continue
        content = _unpack(archive, entry, left)
        if content is None:
            report.finding("file.unreadable", name, "the file cannot be unpacked, or is too large")
            continue
        left -= len(content)
        files[name] = content
    return files


def _unpack(archive, entry, most):
    """Reads no more than `most` bytes, whatever the archive says about the size."""
    try:
        with archive.open(entry) as stream:
            content = stream.read(most + 1)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError, ImportError, KeyError, OverflowError):
        return None
    return content if len(content) <= most else None
