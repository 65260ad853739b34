"""An archive in the browser, on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from variorum.errors import ArchiveError, MissingExtra, UsageError

if TYPE_CHECKING:
    from variorum.library import Archive


def serve(
    archive: Archive, host: str, port: int, *, library: Path | None = None, who: str = "", quiet: bool = False
) -> None:
    """Serve the site of an archive until Ctrl-C, its search by meaning, and the review of slips if a library is named.

    Raises MissingExtra where the server is not installed, ArchiveError where the archive has no site, UsageError where
    the port is taken.
    """
    try:
        import uvicorn
        from starlette.applications import Starlette
        from starlette.routing import Mount
        from starlette.staticfiles import StaticFiles
    except ImportError as missing:
        raise MissingExtra("serve", "reading an archive in the browser") from missing
    site = archive.folder / "site"
    if not site.is_dir():
        raise ArchiveError(f"served {archive.folder}: it has no site; build it without --only")
    _check_free(host, port)
    from variorum.asking import routes as asking

    review: list[Any] = []
    if library is not None:
        from variorum.browser_review import routes

        review = list(routes(library, archive, who))
    app = Starlette(routes=[*review, *asking(archive), Mount("/", StaticFiles(directory=site, html=True))])
    if not quiet:
        click.echo(f"Serving {click.format_filename(archive.folder)} at http://{host}:{port}/ (end with Ctrl-C)")
        if review:
            click.echo(f"Suspected slips are reviewed at http://{host}:{port}/review")
    uvicorn.run(app, host=host, port=port, log_level="warning")


def _check_free(host: str, port: int) -> None:
    import socket

    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise UsageError(f"served at {host}:{port}: {error.strerror}; choose another with --port") from error
