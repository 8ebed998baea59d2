"""Find a browser for the tests, or install one; run as a command it says which.

In this order: Chromium or Chrome that is there; Debian's package where this user may install it;
Playwright's own download.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
ONE_PROCESS = (
    "--disable-site-isolation-trials",
    "--disable-features=BackForwardCache,ProactivelySwapBrowsingInstance,RenderDocument",
)
"""A page keeps its process, with what it has compiled, when it goes to another address."""
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"
"""No host except this machine resolves: lookups fail at once."""


def find() -> str | None:
    """Return the path of a Chromium or Chrome on this machine."""
    named = os.environ.get("CHROMIUM")
    found = [named] if named else [shutil.which(name) for name in _NAMES]
    if not any(found) and Path(_MAC).exists():
        return _MAC
    return next((path for path in found if path), None)


def install() -> str | None:
    """Install a browser; return its path, or None for Playwright's own."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        apt = shutil.which("apt-get") or "apt-get"
        subprocess.run([apt, "update", "-qq"], check=False)  # noqa: S603  fixed words
        wanted = [apt, "install", "-y", "-qq", "--no-install-recommends", "chromium"]
        wanted += ["fonts-liberation"]  # what pages look like does not hang on the machine's fonts
        done = subprocess.run(wanted, check=False, stdout=subprocess.DEVNULL)  # noqa: S603  fixed
        if done.returncode == 0 and find():
            return find()
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)
    return None


if __name__ == "__main__":
    path = find()
    how = "found on this machine" if path else "installed now"
    path = path or install()
    sys.stdout.write(f"Browser for the tests: {path or 'Chromium of Playwright'} ({how}).\n")
