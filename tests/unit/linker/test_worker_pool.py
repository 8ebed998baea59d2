"""Workers: what readers bring is read and linked apart, in turn, within limits, and never kept."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable

import psutil
import pytest

from geo.errors import ArticleError
from geo.linker import serialise, worker_pool
from geo.linker.lexicon import Lexicon
from geo.linker.links import link_article
from geo.linker.worker_pool import Slots, Worker
from geo.text.readers import limits, read_document, read_pasted
from geo.text.user_articles import facts_of, user_article
from tests.unit.text.readers.test_dispatch import BAD, GOOD

TEXT = "Ice in the Kara Sea\n\nRussia closed the Kara Sea, “Карское море”, on 2 March 2024."


def _children() -> list[psutil.Process]:
    return psutil.Process().children(recursive=True)


def _until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 120
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_worker_gives_what_reading_and_linking_here_would(lexicon: Lexicon) -> None:
    with Worker() as worker:
        for name, raw in GOOD.items():
            taken = worker.read(raw, name=name)
            document = read_document(raw, name=name)
            assert taken.article == user_article(document, label=name)
            assert taken.notes == document.notes
        taken = worker.read_paste(TEXT)
    assert taken.article == user_article(read_pasted(TEXT))
    assert list(taken.links) == link_article(taken.article, lexicon)
    assert _children() == []


def test_an_article_is_restored_as_the_project_stores_it(lexicon: Lexicon) -> None:
    own = user_article(read_pasted(TEXT))
    with Worker() as worker:
        taken = worker.restore(own.text, facts_of(own), article_id=own.id, name=own.name)
        with pytest.raises(ArticleError, match="b: the text of"):
            worker.restore("Other", facts_of(own), article_id=own.id, name="b")
    assert taken.article == own
    assert list(taken.links) == link_article(own, lexicon)


def test_bad_files_are_named_and_the_next_ones_are_read() -> None:
    with Worker() as worker:
        for name, raw in BAD.items():
            with pytest.raises(ArticleError) as caught:
                worker.read(raw, name=name)
            assert str(caught.value).count(f"{name}: ") == 1
        assert worker.read(b"The Kara Sea froze.", name="a.txt").links


def test_a_text_that_costs_too_much_is_refused_with_a_remedy_and_the_next_is_read() -> None:
    costly = pytest.raises(ArticleError, match=r"a\.txt: it takes too long .* parts, or paste")
    with Worker(cpu_s=0.05) as worker, costly:
        worker.read(b"A ship of Russia sails along the coast. " * 9_900, name="a.txt")
    with Worker() as worker:
        with pytest.raises(ArticleError, match=r"mentions features more than 10,000 times; add"):
            worker.read(b"A ship of Russia sails along the coast. " * 11_000, name="a.txt")
        with pytest.raises(ArticleError, match="a list of names rather than a text; add it in"):
            worker.read(b"U.S. " * 200_000, name="a.txt")
        with pytest.raises(ArticleError, match="more than 21,000 lines; add it in parts"):
            worker.read(b"Russia\n" * 60_000, name="a.txt")
        assert worker.read_paste(TEXT).links


def test_the_kernel_kills_what_ignores_its_budget() -> None:
    source = (
        "import json; from geo.linker import worker\n"
        "with worker._cpu_limit(0.2):\n    sum(range(10**12))"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", source], check=False, capture_output=True
    )
    assert worker_pool._reason_for_exit(done.returncode, by_clock=False).startswith(
        "it takes too long to read"
    )


def test_a_worker_that_dies_or_hangs_is_a_message_and_the_next_text_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with Worker() as worker:
        worker.read_paste(TEXT)
        (child,) = _children()
        child.kill()
        with pytest.raises(ArticleError, match="pasted text: it takes more than 384 MB"):
            worker.read_paste(TEXT)
        assert worker.read_paste(TEXT).links
        child = next(one for one in _children() if one.status() != psutil.STATUS_ZOMBIE)
        child.suspend()
        with monkeypatch.context() as patched:
            patched.setattr(worker_pool, "_WALL_S", 0.2)
            with pytest.raises(ArticleError, match="pasted text: it was not read within"):
                worker.read_paste(TEXT)
        assert worker.read_paste(TEXT).links


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory hold on Linux alone")
def test_a_worker_has_limits_of_its_own_and_none_of_this_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("A_SECRET", "Kara Sea")
    with Worker() as worker:
        worker.read_paste(TEXT)
        (child,) = _children()
        most = (limits.WORKER_MEMORY_BYTES,) * 2
        assert child.rlimit(psutil.RLIMIT_AS) == most
        assert child.rlimit(psutil.RLIMIT_FSIZE) == (0, 0)
        assert child.rlimit(psutil.RLIMIT_CORE) == (0, 0)
        assert "A_SECRET" not in child.environ()


def test_a_reader_who_leaves_leaves_no_process_behind() -> None:
    class Gone(BaseException):
        pass

    def pulse(_is_waiting: bool) -> None:  # noqa: FBT001
        raise Gone

    with pytest.raises(Gone), Worker(pulse) as worker:  # noqa: PT012
        while True:
            worker.read(b"the Foo " * 200_000, name="a.txt")
    assert _children() == []
    assert not worker_pool._SLOTS.has_waiters()
    assert worker._process is None


def test_a_worker_ends_with_the_server_whatever_it_does() -> None:
    source = (
        "import sys; from geo.linker.worker_pool import Worker\n"
        "w = Worker(); w.read_paste('The Kara Sea froze.'); print(w._process._child.pid)\n"
        "sys.stdout.flush()\n"
        "w.read(b'Foo Bar Russia ' * 130_000, name='a.txt')"
    )
    server = subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", source], stdout=subprocess.PIPE
    )
    assert server.stdout is not None
    child = psutil.Process(int(server.stdout.readline()))
    before = child.cpu_times().user
    _until(lambda: child.cpu_times().user > before + 0.1)
    server.kill()
    server.wait()
    server.stdout.close()
    child.wait(timeout=120)


def test_slots_are_first_come_first_served_and_many_files_do_not_block_a_paste(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(worker_pool, "_SLOTS", Slots(1))
    order: list[str] = []
    waits: list[bool] = []

    def paste() -> None:
        with Worker(waits.append) as other:
            other.read_paste(TEXT)
            order.append("paste")

    with Worker() as worker:
        worker.read_paste(TEXT)
        thread = threading.Thread(target=paste)
        thread.start()
        _until(worker_pool._SLOTS.has_waiters)
        assert len(_children()) == 1
        for number in range(3):
            worker.read(TEXT.encode(), name=f"{number}.txt")
            order.append(f"file {number}")
        thread.join()
    assert order == ["file 0", "paste", "file 1", "file 2"]
    assert True in waits


def test_waiting_too_long_is_an_error_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_pool, "_SLOTS", Slots(0))
    monkeypatch.setattr(worker_pool, "_WAIT_S", 0.01)
    with pytest.raises(
        ArticleError,
        match=r"a\.txt: the app is busy .*; add it again in",
    ):
        Worker().read(b"Kara Sea", name="a.txt")
    assert not worker_pool._SLOTS.has_waiters()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("text", 3), ("text", "short"), ("passages", [["body", 0, 10**9]]), ("date", "2024"),
        ("links", [["kara-sea", 99, []]]), ("links", [["kara-sea", 0, [[5, 4, "sea", "name"]]]]),
        ("authors", 3), ("passages", None), ("links", [[1, 0, []]]),
    ],
)  # fmt: skip
def test_an_answer_out_of_form_is_refused(key: str, value: object, lexicon: Lexicon) -> None:
    article = user_article(read_pasted(TEXT))
    sound = serialise.pack(article, link_article(article, lexicon))
    assert serialise.unpack(sound)[0] == article
    with pytest.raises(ArticleError, match="the process that read it failed"):
        serialise.unpack({**sound, key: value})
