"""Checks that the official Python client of OpenAI works against the offline model.

Usage: pip install -r requirements.txt; python offline_model_openai.py http://127.0.0.1:8080/v1
"""

import sys

import openai

ANSWER = "A miller had a mule. The heron knew the name."
MESSAGES = [
    {"role": "system", "content": "You are a teacher. Text:\n" + ANSWER},
    {"role": "user", "content": "What did the heron know?"},
]


def main(base_url: str) -> None:
    client = openai.OpenAI(base_url=base_url, api_key="unused", max_retries=0)

    models = {model.id for model in client.models.list()}
    assert {"offline", "offline-weak"} <= models, models
    assert client.models.retrieve("offline").owned_by == "interact"

    completion = client.chat.completions.create(model="offline", messages=MESSAGES, seed=1)
    assert completion.choices[0].message.content == ANSWER, completion
    assert completion.choices[0].finish_reason == "stop", completion
    assert completion.usage.total_tokens > 0, completion

    stream = client.chat.completions.create(
        model="offline", messages=MESSAGES, stream=True, stream_options={"include_usage": True}
    )
    chunks = list(stream)
    text = "".join(c.choices[0].delta.content or "" for c in chunks if c.choices)
    assert text == ANSWER, text
    assert chunks[-1].usage.total_tokens > 0, chunks[-1]

    try:
        client.chat.completions.create(model="gpt-9", messages=MESSAGES)
        raise AssertionError("An unknown model was accepted.")
    except openai.NotFoundError as error:
        assert error.code == "model_not_found", error
    try:
        client.chat.completions.create(model="offline", messages=MESSAGES, temperature=9)
        raise AssertionError("A temperature of 9 was accepted.")
    except openai.BadRequestError as error:
        assert error.param == "temperature", error

    print("The openai client", openai.__version__, "works with", base_url)


if __name__ == "__main__":
    main(*sys.argv[1:])
