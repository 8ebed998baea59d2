"""Separate environments, made as the README says, without the tests' dependencies."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from filelock import FileLock

from tests.repository import ROOT

OLDEST_PIP = {(3, 11): "22.3", (3, 12): "23.2.1", (3, 13): "24.2", (3, 14): "25.2"}
"""The pip that came with the first release of each Python (its `ensurepip`)."""
_FOLDER = ROOT / "build" / "environment"
_STAMP = "made-from.txt"
# For every pip, also the one that a build starts: Python compiles what it imports, once.
_QUICK = {"PIP_COMPILE": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
# Another user's machine: no home to write to, the plainest locale, and none of our own variables.
ELSEWHERE = {
    "HOME": str(ROOT / "build" / "no-such-home"),
    "LC_ALL": "C",
    "PATH": os.defpath,
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONUTF8": "0",
}


def run(*command: object, cwd: Path = ROOT, env: dict[str, str] | None = None) -> str:
    """Run a command that must succeed; return what it printed."""
    surroundings = {key: text for key, text in os.environ.items() if key != "PYTHONPATH"} | _QUICK
    done = subprocess.run(  # noqa: S603  our own commands
        [str(word) for word in command],
        cwd=cwd,
        env=surroundings if env is None else env,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    said = f"{' '.join(map(str, command))}\n{done.stdout[-1500:]}\n{done.stderr[-1500:]}"
    assert done.returncode == 0, said
    return done.stdout


def make_environment(folder: Path, *options: str) -> Path:
    """Make an empty environment with this Python; return its interpreter."""
    run(sys.executable, "-m", "venv", *options, folder)
    return folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"


def site_packages(python: Path) -> Path:
    """Return where an environment keeps what is installed."""
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    return Path(run(python, "-c", code).strip())


def runtime_python() -> Path:
    """Return the Python of an environment that holds what `requirements.txt` names.

    It is installed from the package registry by the oldest pip of this Python, and once: the next
    run takes it as it is while the requirements and the interpreter are the same. What it holds is
    looked at by `test_requirements.py` each time. `setuptools`, which venv brings before Python
    3.12, is taken out, so that nothing can lean on it.
    """
    _FOLDER.parent.mkdir(exist_ok=True)
    with FileLock(f"{_FOLDER}.lock"):
        stamp = _FOLDER / _STAMP
        wanted = _made_from()
        if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
            shutil.rmtree(_FOLDER, ignore_errors=True)
            _install(make_environment(_FOLDER))
            stamp.write_text(wanted, encoding="utf-8")
    return _FOLDER / ("Scripts" if sys.platform == "win32" else "bin") / "python"


def _install(python: Path) -> None:
    pip = (python, "-m", "pip")
    if oldest := OLDEST_PIP.get(sys.version_info[:2]):
        run(*pip, "install", "--quiet", f"pip=={oldest}")
    run(*pip, "install", "--quiet", "-r", ROOT / "requirements.txt")
    run(*pip, "uninstall", "--quiet", "--yes", "setuptools")


def _made_from() -> str:
    """Return what decides how the environment turns out."""
    digest = hashlib.sha256((ROOT / "requirements.txt").read_bytes())
    digest.update(Path(__file__).read_bytes())
    return json.dumps([digest.hexdigest(), sys.version, sys.base_prefix, str(ROOT)])
