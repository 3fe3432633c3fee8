#!/usr/bin/env python3
"""Shows the website on this machine, without internet: python3 serve.py

Needs nothing but Python 3.8 or newer; it goes along in the zip for a school.
"""

import functools
import http.server
import sys
import webbrowser
from pathlib import Path

PORT = 8765
ELSEWHERE = (
    "Another program has the usual address, http://localhost:{}/. Answers that your browser kept"
    " there are not seen at this one: end the other program and start this one again."
)
KINDS = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm"}


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files; the kinds of some are told as browsers want them, whatever the machine says."""

    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, **KINDS}

    def log_message(self, *args):
        """Says nothing of each file."""


def server(folder, port=0):
    """HTTP server of a folder, for this machine alone. port: 0 for any that is free."""
    handler = functools.partial(Handler, directory=str(folder))
    return http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)


def main(args):
    """int: 0, or 2 where there is no site. args: [folder]; default the folder of this file."""
    folder = Path(args[0] if args else Path(__file__).parent).resolve()
    if not (folder / "index.html").is_file():
        print(f"There is no site in {folder}.")
        return 2
    try:
        running = server(folder, PORT)
    except OSError:  # another program has that number
        running = server(folder)
    address = f"http://localhost:{running.server_port}/"
    print(f"The lessons are at {address} on this machine. To end: Ctrl and C.", flush=True)
    if running.server_port != PORT:
        print(ELSEWHERE.format(PORT), flush=True)
    webbrowser.open(address)
    try:
        running.serve_forever()
    except KeyboardInterrupt:
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
