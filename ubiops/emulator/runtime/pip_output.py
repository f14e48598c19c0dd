"""Finds in what pip printed why it failed: the package and the cause, in one line.

pip says it in other words in each of its versions, and often ends with advice where to look.
"""

from __future__ import annotations

import re
from typing import List, Optional, Sequence, Tuple

# What a program that pip ran has printed, from pip 22.0 on and before.
_BLOCK = re.compile(r"╰─> \[\d+ lines? of output\]|Complete output (from command|\(\d+ lines?\))")
_BLOCK_END = re.compile(r"\[end of output\]|-{40}$")
_WORK = re.compile(
    r"(?:Building wheels? for|Running setup\.py (?:install|bdist_wheel|develop) for|Collecting) (?P<name>[^\s(:]+)"
    r"|Processing \S*?(?P<file>[^/\s]+?)(?:-\d[^/\s]*)?(?:\.zip|\.tar\.\w+|\.whl)?(?: \(|$)"
)
_NO_VERSION = re.compile(
    r"Could not find a version that satisfies the requirement (?P<wanted>.+?)"
    r"(?: \(from (?!versions)(?P<by>.+?)\)?\))? \(from versions: ?(?P<versions>.*)\)"
)
_OTHER_PYTHONS = re.compile(r"Ignored the following versions that require a different python version: (.*)")
_NOT_CONNECTED = re.compile(
    r"(Failed to establish a new connection|Failed to resolve|certificate verify failed|timed out|Connection aborted"
    r"|Connection reset|Cannot connect to proxy|Tunnel connection failed)[^'\"<>)]*"
)
# The first of a compiler's errors is the cause of the others.
_COMPILER = re.compile(r"fatal error: |: error: |\bcannot find -l|\bundefined reference to|^fatal: ")
_EXCEPTION = re.compile(r"(?:[A-Za-z_]\w*\.)*\w*(?:Error|Exception|Exit|Unavailable|BadZipFile)\b: ?\S")
_ERROR = re.compile(r"(?:ERROR|error): ")
# Advice, summaries, and the frame that pip draws.
_NOISE = re.compile(
    r"note: |hint: |Hint: |WARNING: |\[notice\]|\[end of output\]|[\u00d7\u2502\u2570]|-{40}|Traceback |File \"|\^"
    r"|(ERROR|error): (subprocess-exited-with-error|[a-z]+(-[a-z]+)+$|ResolutionImpossible)"
    r"|(ERROR: )?(Failed to build|Could not build wheels|Failed building wheel)"
    r"|error: [cC]ommand .*|Command \".*failed with error code"
)


def reason(lines: Sequence[str]) -> str:
    """Return why pip failed, in one line.

    Args:
        lines: What it printed.
    """
    texts = [line.strip() for line in lines]
    outside, block, package = _split(texts)
    # pip 21 looks for another version of what it could not build, and ends with there being none.
    discarded = block and any(line.startswith("WARNING: Discarding ") for line in outside)
    finders = [_conflict, _hashes, _invalid_requirement, *([] if discarded else [_no_version])]
    for find in finders:
        found = find(outside)
        if found:
            return found
    if block:
        cause = reason(block)
        return f"{package} could not be built: {cause}" if package else cause
    cause = _diagnosis(outside) or _plain(outside)
    # pip itself has failed at something that it did not expect in a package.
    return f"{package} could not be installed: {cause}" if package and _EXCEPTION.match(cause) else cause


def _split(lines: Sequence[str]) -> Tuple[List[str], List[str], Optional[str]]:
    """Return what pip printed itself, what the last program that it ran printed, and for which package."""
    outside: List[str] = []
    block: List[str] = []
    package: Optional[str] = None
    failed: Optional[str] = None
    inside = False
    for line in lines:
        if inside:
            inside = not _BLOCK_END.match(line)
            if inside:
                block.append(line)
        elif _BLOCK.search(line):
            inside, block, failed = True, [], package
        else:
            outside.append(line)
            work = _WORK.match(line)
            if work:
                package = work["name"] or work["file"]
    return outside, block, failed if block else package


def _conflict(lines: Sequence[str]) -> Optional[str]:
    if "The conflict is caused by:" not in lines:
        return None
    found = []
    for line in lines[lines.index("The conflict is caused by:") + 1 :]:
        if not re.search(r" depends on | requested | constraint\)", line):
            break
        found.append(line)
    return f"The requirements conflict: {'; '.join(found)}"


def _hashes(lines: Sequence[str]) -> Optional[str]:
    for index, line in enumerate(lines[:-1]):
        if "DO NOT MATCH THE HASHES" in line:
            return "The hash does not match: " + " ".join(" ".join(lines[index + 1 : index + 4]).split())
        if "Hashes are required in --require-hashes mode" in line:
            return f"A requirement lacks its hash, while others have one: {lines[index + 1]}"
    return None


def _invalid_requirement(lines: Sequence[str]) -> Optional[str]:
    for index, line in enumerate(lines):
        found = re.search("Invalid requirement: .*", line)
        if found:
            rest = lines[index + 1 : index + 4]
            place = [part[0] for part in (re.search(r"\(from line \d+ of .*\)", text) for text in rest) if part]
            hints = [text.partition(": ")[2] for text in rest if text.startswith("Hint: ")]
            hints += [text for text in rest if re.match(r"It looks like a path|= is not a valid", text)]
            return " ".join([found[0], *place, *hints])
    return None


def _no_version(lines: Sequence[str]) -> Optional[str]:
    for line in reversed(lines):
        found = _NO_VERSION.search(line)
        if found:
            break
    else:
        return None
    by = (found["by"] or "").partition("->")[0]
    text = f"No matching distribution found for {found['wanted']}"
    if by and not by.startswith("-r "):
        text += f", which {by} requires"
    versions = found["versions"].split(", ")
    if versions not in ([""], ["none"]):
        text += f"; there are {', '.join((['...'] if len(versions) > 10 else []) + versions[-10:])}"
    others = [match[1] for match in map(_OTHER_PYTHONS.search, lines) if match]
    if others:
        text += f"; other versions of Python are required by {others[0]}"
    trouble = _trouble(lines)
    return f"{text}; {trouble}" if trouble else text


def _trouble(lines: Sequence[str]) -> Optional[str]:
    """Return why an index could not be asked."""
    indexes = [line.partition(": ")[2] for line in lines if line.startswith("Looking in indexes: ")]
    for line in reversed(lines):
        found = _NOT_CONNECTED.search(line)
        if found:
            host = re.search(r"host='([^']+)'", line)
            where = host[1] if host else (indexes or ["the index"])[0]
            return f"{where} could not be reached: {found[0].strip()}"
    return None


def _diagnosis(lines: Sequence[str]) -> Optional[str]:
    """Return what newer pips draw: a cross with what failed, and below it an arrow with the cause."""
    for what, why in zip(lines, lines[1:]):
        if what.startswith("\u00d7 ") and why.startswith("╰─> ") and not why.startswith("╰─> See above"):
            return f"{what[2:]}: {why[4:]}"
    return None


def _plain(lines: Sequence[str]) -> str:
    """Return the line that says what went wrong: an error rather than what comes after it."""
    for line in lines:
        if _COMPILER.search(line):
            return line
    telling = [line for line in lines if not _NOISE.match(line)]
    errors = [[line for line in telling if pattern.match(line)] for pattern in (_EXCEPTION, _ERROR)]
    found = next(filter(None, (*errors, telling, lines)), [""])
    return re.sub(r"^ERROR: |<[^>]* object at 0x\w+>: ", "", found[-1])
