"""What schemathesis is told of this API: bodies that are nearly right, and what every answer must be."""

import hashlib
import json
import pathlib

import schemathesis
from hypothesis import strategies as st

BODIES = json.loads(pathlib.Path("bodies.json").read_text(encoding="utf-8"))

TRACES = ["\tat ", "Exception", "java.", "com.fasterxml", "dev.interact", "org.hibernate", "SQL", "HTTP "]

# Longer than an index takes, and not to be compressed.
LONG = "".join(hashlib.sha256(bytes([i])).hexdigest() for i in range(100))

ODD = st.one_of(
    st.sampled_from([None, "", " ", "\x00", "a\x00b", "\ud800", "ü" * 300, LONG, -1, 0, 2**31, 2**63, 2**64, 0.5, 1e308]),
    st.sampled_from([True, [], [None], {}, {"": None}, [[]], ["a", "a"], [0] * 1000, "closed-book", "{{concept}}"]),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
        max_leaves=4,
    ),
)


def places(value, path=()):
    """Where something stands in some JSON."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else []
    return [path] * bool(path) + [place for key, one in inner for place in places(one, (*path, key))]


def changed(value, path, other):
    """The same JSON with something else at a place."""
    if not path:
        return other
    copy = value.copy()
    copy[path[0]] = changed(value[path[0]], path[1:], other)
    return copy


@st.composite
def nearly_right(draw, body):
    for _ in range(draw(st.integers(0, 2))):
        path = draw(st.sampled_from(places(body) or [()]))
        body = changed(body, path, draw(ODD))
    return body


@schemathesis.hook
def flatmap_body(context, body):
    known = BODIES.get(context.operation.label)
    if not known:
        return st.just(body)
    return st.one_of(st.just(body), st.sampled_from(known).flatmap(nearly_right), st.sampled_from(known).flatmap(nearly_right))


@schemathesis.deserializer("application/x-ndjson")
def lines(context, response):
    text = response.content.decode("utf-8")
    for line in text.splitlines():
        json.loads(line)
    return text


@schemathesis.check
def Problem(context, response, case):
    """An error is problem details with a sentence for people, and tells nothing of the code."""
    if response.status_code < 400 or response.request.method == "HEAD":
        return
    seat = case.operation.label == "POST /api/seats/{secret}" and response.status_code == 409
    if seat:
        return
    assert response.headers["content-type"][0].startswith("application/problem+json"), "an error that is no problem+json"
    problem = response.json()
    assert problem["status"] == response.status_code, "the problem names another status"
    assert problem.get("detail"), "a problem without a sentence"
    told = problem["detail"] + "".join(error["message"] for error in problem.get("errors", []))
    for trace in TRACES:
        sent = f"{response.request.url}{response.request.body}"
        assert trace not in told or trace in sent, f"a problem with a trace of the code: {trace}"


@schemathesis.check
class Reached:
    """Every operation has done its work at least once, so that not all of its answers were refusals."""

    def __init__(self):
        self.asked, self.reached = set(), set()

    def after_response(self, context, response, case):
        self.asked.add(case.operation.label)
        if response.status_code < 400:
            self.reached.add(case.operation.label)

    def after_run(self, context):
        never = sorted(self.asked - self.reached)
        pathlib.Path("reached.json").write_text(json.dumps({"asked": len(self.asked), "never": never}))
        assert not never, f"only refused: {', '.join(never)}"
