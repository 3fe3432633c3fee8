"""What a page shows of a Frame: its ground with what moves on it, as a picture; and its words."""

import base64
import io

import numpy as np
from bs4 import BeautifulSoup
from PIL import Image

BLOCK = 4  # dots: edges of letters are smoothed differently, blocks of them are not


def seen(page, frame, size):
    """Array of shape (height, width, 3): what Chromium shows of a Frame. size: in dots."""
    wide, tall = size
    page.set_viewport_size({"width": wide, "height": tall})
    ground = base64.b64encode(frame.ground).decode()
    look = f"position:absolute;left:0;top:0;width:{wide}px;height:{tall}px"
    page.set_content(
        f"<body style='margin:0'><img style='{look}' src='data:image/png;base64,{ground}'>"
        f"<svg style='{look}' viewBox='{frame.box}'>"
        f"<defs>{frame.letters}</defs>{frame.moving}</svg>"
    )
    page.locator("img").evaluate("image => image.decode()")
    return pixels(page.screenshot())


def pixels(png):
    """Array of shape (height, width, 3) of a PNG."""
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"), float)


def differing(one, other):
    """float: the greatest difference of two pictures in any block of dots, of 255."""
    tall, wide = (size // BLOCK * BLOCK for size in one.shape[:2])
    apart = (one - other)[:tall, :wide]
    blocks = apart.reshape(tall // BLOCK, BLOCK, wide // BLOCK, BLOCK, 3).mean(axis=(1, 3))
    return float(np.abs(blocks).max())


def words(frame):
    """str: the table of words that the page has made of a Frame."""
    soup = BeautifulSoup(str(frame.view), "html.parser")
    bodies = soup.find_all("tbody")
    for number, area, rows in frame.changed:
        bodies[number]["data-at"] = area
        if rows is not None:
            bodies[number].clear()
            bodies[number].append(BeautifulSoup(str(rows), "html.parser"))
    return str(soup)


def plain(html):
    """str: HTML as `words` writes it."""
    return str(BeautifulSoup(str(html), "html.parser"))
