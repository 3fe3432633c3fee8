"""What is set in one place: the public address, the release, the address of Pyodide."""

import re
import tomllib
from dataclasses import dataclass

from .places import SITE

REPOSITORY = re.compile(r"https://github\.com/([\w.-]+)/([\w.-]+?)/?$")


@dataclass(frozen=True)
class Settings:
    """address: of the project, or blank. release: its number. pyodide: address of a Pyodide."""

    address: str
    release: str
    pyodide: str

    def __post_init__(self):
        if self.address and not REPOSITORY.fullmatch(self.address):
            raise ValueError(
                f"site/settings.toml: address is “{self.address}”; it is blank, or reads"
                " https://github.com/OWNER/NAME."
            )

    @property
    def pages(self):
        """str: address of the website, ending in a slash; blank where there is none."""
        return REPOSITORY.sub(r"https://\1.github.io/\2/", self.address)

    @property
    def binder(self):
        """str: address that opens the project on Binder; blank where there is none."""
        return REPOSITORY.sub(r"https://mybinder.org/v2/gh/\1/\2/HEAD", self.address)

    @property
    def errors(self):
        """str: address where an error can be reported; blank where there is none."""
        return self.address and f"{self.address.rstrip('/')}/issues/new"


def read(path=SITE / "settings.toml"):
    """Settings of a file. Raises ValueError, in words, where one of them is no address."""
    return Settings(**tomllib.loads(path.read_text(encoding="utf-8")))
