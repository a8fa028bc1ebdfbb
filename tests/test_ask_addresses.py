"""Asking other sites for their pages: what an answer means, and that nobody is asked too often."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.ask_addresses import LEFT_ALONE_AFTER, Answer, Verdict, ask, ask_one_host, chosen, report

CODES = {
    "/there": 200,
    "/moved": 302,
    "/in-circles": 301,
    "/gone": 404,
    "/withdrawn": 410,
    "/forbidden": 403,
    "/broken": 503,
}


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(CODES[self.path])
        if self.path == "/moved":
            self.send_header("Location", "/there")
        if self.path == "/in-circles":
            self.send_header("Location", "/in-circles")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture(scope="module")
def other_site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    ("path", "verdict"),
    [
        ("/there", Verdict.THERE),
        ("/moved", Verdict.THERE),
        ("/gone", Verdict.GONE),
        ("/withdrawn", Verdict.GONE),
        ("/forbidden", Verdict.UNSURE),
        ("/broken", Verdict.UNSURE),
        ("/in-circles", Verdict.UNSURE),
    ],
)
def test_what_an_answer_means(path: str, verdict: Verdict, other_site: str) -> None:
    assert ask(other_site + path).verdict is verdict


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "http://[/"])
def test_where_nobody_answers_nothing_is_certain(address: str) -> None:
    answer = ask(address)
    assert (answer.code, answer.verdict) == (None, Verdict.UNSURE)
    assert answer.said


def test_a_host_that_does_not_answer_is_left_alone() -> None:
    answers = list(ask_one_host(map(str, range(100)), 0, lambda one: Answer(one, None, "timed out")))
    assert len(answers) == LEFT_ALONE_AFTER


def test_a_host_that_answers_now_and_then_is_asked_for_everything() -> None:
    moody = ask_one_host(map(str, range(100)), 0, lambda one: Answer(one, 503 if int(one) % 3 else None, "busy"))
    assert len(list(moody)) == 100


def test_of_a_long_list_other_addresses_are_asked_for_each_week() -> None:
    long = {f"https://one.example/{number}" for number in range(200)}
    addresses = long | {"https://two.example/"}
    weeks = [chosen(addresses, 20, f"2030-{week}") for week in range(60)]
    assert all([len(host) for host in hosts] == [20, 1] for hosts in weeks)
    assert {address for one, _ in weeks for address in one} == long
    assert weeks[0] == chosen(addresses, 20, "2030-0")


def test_the_report_names_what_an_editor_has_to_look_at_and_where_it_stands() -> None:
    pages = {"https://one.example/a": "method/", "https://one.example/b": "", "https://one.example/c": "A/RES/1/1/"}
    said = report(
        [
            Answer("https://one.example/b", 404, "404 Not Found"),
            Answer("https://one.example/a", 200, ""),
        ],
        pages,
    )
    assert "2 of 3 addresses were asked for: 1 there, 1 not there, 0 without an answer to rely on." in said
    assert [line for line in said.splitlines() if line.startswith("- ")] == [
        "- <https://one.example/b> (404 Not Found), from /"
    ]
    assert "Without an answer" not in said
