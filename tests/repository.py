"""The files of the repository, and copies of it."""

import shutil
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]


@cache
def tracked() -> tuple[str, ...]:
    """Return the files tracked by git, or all files if this is not a checkout."""
    git = shutil.which("git")
    listed = b""
    if git:
        listed = subprocess.run(  # noqa: S603  our own command
            [git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False
        ).stdout
    names = [name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]
    return tuple(names or _lying_here())


def _lying_here() -> list[str]:
    made = {".venv", "build", "__pycache__", ".git"}
    paths = [path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file()]
    return sorted(
        path.as_posix()
        for path in paths
        if not made & set(path.parts) and not path.parts[0].endswith("_cache")
    )


def copy_repository(to: Path) -> Path:
    """Copy the files that the repository holds, and nothing else that lies about; return `to`."""
    for name in tracked():
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, to / name)
    return to
