"""Opens the unpacked site as a school would, and runs the first cells of lesson 00. Usage:
school.py FOLDER; the test runs it where the network is off.
"""

import os
import subprocess
import sys
import time
import urllib.request

import lab


def wait_for(address):
    """Waits as long as a page does until the site answers."""
    for _ in range(lab.PATIENCE // 100):
        try:
            return urllib.request.urlopen(address).read()
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("serve.py serves nothing")


def main(folder):
    """Serves a folder by its own serve.py and opens lesson 00 there."""
    command = [sys.executable, "serve.py"]
    env = dict(os.environ, BROWSER="true")  # a program that opens nothing
    running = subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.PIPE, text=True)
    try:
        line = running.stdout.readline()
        address = line.split(" at ")[1].split()[0].replace("localhost", "127.0.0.1")
        wait_for(address)
        with lab.browser() as page:
            page.goto(f"{address}live/notebooks/index.html?path=00_read_the_report.ipynb")
            page.wait_for_selector(".jp-Notebook .jp-Cell")
            page.wait_for_function(lab.IDLE)
            lab.run_cell(page, lab.source_of(page, "from closereading"))
            page.get_by_text("This lesson reads").first.wait_for()
            assert page.errors == [] and page.outside == []
        print("lesson 00 answers")
    finally:
        running.terminate()


if __name__ == "__main__":
    main(sys.argv[1])
