"""`python -m geo.text`: the older name of `python -m geo.linker`, for the same commands."""

import runpy

if __name__ == "__main__":
    runpy.run_module("geo.linker", run_name="__main__", alter_sys=True)
