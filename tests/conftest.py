"""No test reaches another host, and property tests give the same answer everywhere."""

import pytest
from hypothesis import settings
from pytest_socket import socket_allow_hosts

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let a test reach this machine alone."""
    del item
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)
