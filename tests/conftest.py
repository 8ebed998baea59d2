"""No test reaches another host, and property tests give the same answer everywhere."""

from functools import cache

import pytest
from hypothesis import settings
from pytest_socket import socket_allow_hosts
from streamlit.components.v2 import manifest_scanner

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")
# Streamlit's harness looks through every installed distribution for components each time it opens
# the app, which takes longer than the page; a server does so once.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let a test reach this machine alone."""
    del item
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)
