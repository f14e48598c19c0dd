"""What this client prints otherwise than 2.1.0, line by line, and why it is better so."""

from __future__ import annotations

from typing import Dict, List, NamedTuple


class Difference(NamedTuple):
    """A line that differs.

    Attributes:
        published: What 2.1.0 prints.
        ours: What stands there instead.
        why: The reason.
    """

    published: str
    ours: str
    why: str


REPRESENTATION = "a model's repr is one line that names it; its str() stays what it was"
DOCUMENTED = "the reference documents this field of the answer, which 2.1.0 drops"
TYPED = "the server says a boolean, a number or an object, of which 2.1.0 makes text"

DIFFERENCES: Dict[str, List[Difference]] = {
    "deploy": [
        Difference("upload {'success': 'True'}", "upload {'success': True}", TYPED),
    ],
    "errors": [
        Difference(
            "first line: (404)",
            "first line: No model 'nothing' (GET <host>/v2.1/projects/demo/models/nothing, status 404 Not Found)",
            "an error begins with what the server said, and names the call",
        ),
        Difference("says True True True", "says True False True", "the message holds what mattered of the body"),
    ],
    "models": [
        *(
            Difference(f"{model} {fields} True", f"{model} {fields} {added} True", DOCUMENTED)
            for model, fields, added in (
                (
                    "CredentialsList",
                    "id name type status error_message reference_count project creation_date last_updated",
                    "configuration",
                ),
                (
                    "Logs",
                    "id log date connector_name model_name model_version pipeline_name pipeline_object_name"
                    " request_id pipeline_request_id system",
                    "pipeline_trace_id",
                ),
                ("ModelRequestList", "success result error_message", "request_id"),
                ("UserDetail", "id email name surname registration_date", "type"),
            )
        ),
        Difference("True True", "False True", REPRESENTATION),
    ],
    "pipelines": [
        *(
            Difference(
                f"outcome completed {{'number': '{number}'}} {steps}",
                f"outcome completed {{'number': {number}}} {steps}",
                TYPED,
            )
            for number, steps in (
                (1, "[('first', True, 2), ('second', True, 3)]"),
                (2, "[('first', True, 3), ('second', True, 4)]"),
            )
        ),
    ],
    "raw": [
        Difference(
            "sanitized [{'name': 'x'}, ('a', 1), {'b': None}]",
            "sanitized [{'name': 'x'}, ['a', 1], {'b': None}]",
            "JSON has no tuples; what is sent is the same",
        ),
        Difference(
            "decoded [1.0, 2.5, 1.0] [1, 2.5, True]",
            "decoded [1, 2.5, True] [1, 2.5, True]",
            "what the server says is not turned into something else: true is no number, a large integer stays exact",
        ),
    ],
    "settings": [
        Difference(
            "hosts [{'url': 'https://api.ubiops.com/v2.1', 'description': 'No description provided'}]",
            "hosts [{'url': 'https://api.ubiops.com/v2.1', 'description': 'UbiOps'}]",
            "the server has a description",
        ),
    ],
}


def expected(program: str, published: List[str]) -> List[str]:
    """Return what this client shall print where 2.1.0 prints these lines."""
    lines = list(published)
    for difference in DIFFERENCES.get(program, ()):
        lines[lines.index(difference.published)] = difference.ours
    return lines
