"""Any number of rows through a model version or a pipeline."""

from __future__ import annotations

from concurrent.futures import Executor
from contextlib import ExitStack, closing
from typing import Any, Generator, Iterable, Iterator, Mapping, Optional, Protocol, TypeVar, Union, overload

import ubiops
from ubiops.utils._bulk_calls import MODEL, PIPELINE, Opened, Settings, Threads
from ubiops.utils._bulk_plan import Plan
from ubiops.utils._bulk_rows import check_rows, is_frame, read_chunks, to_frame
from ubiops.utils._bulk_run import Run
from ubiops.utils._checkpoint import Checkpoint, Pathlike
from ubiops.utils._outcomes import RowOutcome
from ubiops.utils._progress import Progress

Row = Union[Mapping[str, Any], str]


class Frame(Protocol):
    """A DataFrame, for those who check types without those of pandas."""

    @property
    def columns(self) -> Any:
        """The names of its columns."""

    @property
    def iloc(self) -> Any:
        """Its rows by their numbers."""


FrameT = TypeVar("FrameT", bound=Frame)


@overload
def predict_many(
    api: ubiops.CoreApi,
    project_name: str,
    model_name: str,
    version: str,
    rows: FrameT,
    *,
    ordered: bool = True,
    checkpoint: Optional[Pathlike] = None,
    unknown: str = "raise",
    executor: Optional[Executor] = None,
    max_in_flight: int = 8,
    chunk_size: int = 250,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
) -> FrameT: ...


@overload
def predict_many(
    api: ubiops.CoreApi,
    project_name: str,
    model_name: str,
    version: str,
    rows: Iterable[Row],
    *,
    ordered: bool = True,
    checkpoint: Optional[Pathlike] = None,
    unknown: str = "raise",
    executor: Optional[Executor] = None,
    max_in_flight: int = 8,
    chunk_size: int = 250,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
) -> Generator[RowOutcome, None, None]: ...


def predict_many(
    api: ubiops.CoreApi,
    project_name: str,
    model_name: str,
    version: str,
    rows: Any,
    *,
    ordered: bool = True,
    checkpoint: Optional[Pathlike] = None,
    unknown: str = "raise",
    executor: Optional[Executor] = None,
    max_in_flight: int = 8,
    chunk_size: int = 250,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
) -> Any:
    """Send any number of rows to a model version as batch requests, and collect their results.

    The rows go out in chunks, several of which are in flight at a time: as many as the service bears, which is found
    out by its answers. 429 and 503 halve that number and are waited out as ``Retry-After`` says, any other answer
    lets it grow. Rows are read as they are needed and never held all together. A row that fails, or that the service
    refuses, is reported and does not keep the others: a chunk that is refused is sent again in halves until the rows
    at fault are found.

    The settings are those of `api`, but the connections, of which it makes its own; it repeats calls by itself, and
    uses neither `Configuration.retries` nor a `pool_manager` of the client. Nothing is sent before the first outcome is
    asked for. A generator that is closed early, by Ctrl-C too, takes up to 10 seconds to note what was acknowledged;
    without a checkpoint it deletes the requests that have not finished, since nobody could collect them.

    Uses `batch_model_requests_create`, `batch_model_requests_batch_collect` and `batch_model_requests_batch_delete`.

    Args:
        api: The API.
        project_name: Name of the project.
        model_name: Name of the model.
        version: Name of the model version.
        rows: Dicts by the names of the input fields, or texts for a model with plain input: any iterable. Or a pandas
            DataFrame with a column for each field.
        ordered: Whether outcomes come in the order of the rows; if not, as they are completed.
        checkpoint: File, made if it is not there, that notes what was sent and acknowledged. If the program ends, even
            by `kill -9`, a second run with the same rows and the same file gives all outcomes and sends only what was
            not acknowledged.
        unknown: What becomes of rows whose fate is unknown, because they were sent and the answer was lost: `raise`
            raises `UnknownFateException`, before anything is sent if they are of an earlier run, else after the
            outcomes of all other rows; `resend` sends them again, up to 3 times; `skip` reports them as failed.
        executor: Where the calls are made: a process pool, Dask's `client.get_executor()`, or another. The settings of
            `api`, its token among them, and the rows travel there. None for threads.
        max_in_flight: Chunks that are sent or accepted and have not finished, at most.
        chunk_size: Rows of a chunk, 1 to 250.
        timeout: Seconds that all of it may take; None for any time.
        progress: Whether to show a bar; None for where tqdm is installed and a terminal or notebook looks.

    Returns:
        A generator of `RowOutcome`. For a DataFrame one with the same index, which has a column for each output field
        (for plain output the column `result`) and the column `error`, None for rows that succeeded; it has underscores
        at its end if there is an output field of its name.

    Raises:
        ApiTypeError: An argument has the wrong type; nothing was sent.
        ApiValueError: An argument has a wrong value; nothing was sent.
        CheckpointException: The checkpoint is another run's, or in use.
        UnknownFateException: An answer was lost.
        WaitTimeoutException: The time was over.
        ApiException: No row can succeed: the token, the project, the model or the version is refused, 1,000 rows in a
            row were, or there was no answer for 10 minutes.
        MissingExtraException: `progress` is True and tqdm is not installed.
    """
    names = {"project_name": project_name, "model_name": model_name, "version": version}
    plan = Plan(MODEL, names, chunk_size, max_in_flight, ordered, unknown, timeout)
    return _predict(api, plan, rows, checkpoint, executor, progress)


@overload
def predict_many_pipeline(
    api: ubiops.CoreApi,
    project_name: str,
    pipeline_name: str,
    rows: FrameT,
    *,
    ordered: bool = True,
    checkpoint: Optional[Pathlike] = None,
    unknown: str = "raise",
    executor: Optional[Executor] = None,
    max_in_flight: int = 8,
    chunk_size: int = 100,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
) -> FrameT: ...


@overload
def predict_many_pipeline(
    api: ubiops.CoreApi,
    project_name: str,
    pipeline_name: str,
    rows: Iterable[Row],
    *,
    ordered: bool = True,
    checkpoint: Optional[Pathlike] = None,
    unknown: str = "raise",
    executor: Optional[Executor] = None,
    max_in_flight: int = 8,
    chunk_size: int = 100,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
) -> Generator[RowOutcome, None, None]: ...


def predict_many_pipeline(
    api: ubiops.CoreApi,
    project_name: str,
    pipeline_name: str,
    rows: Any,
    *,
    ordered: bool = True,
    checkpoint: Optional[Pathlike] = None,
    unknown: str = "raise",
    executor: Optional[Executor] = None,
    max_in_flight: int = 8,
    chunk_size: int = 100,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
) -> Any:
    """Send any number of rows to a pipeline as batch requests, and collect their results; see `predict_many`.

    Uses `batch_pipeline_requests_create`, `batch_pipeline_requests_batch_collect` and
    `batch_pipeline_requests_batch_delete`.

    Args:
        api: The API.
        project_name: Name of the project.
        pipeline_name: Name of the pipeline.
        rows: Dicts by the names of the pipeline's input fields, or texts for plain input; or a pandas DataFrame.
        ordered: Whether outcomes come in the order of the rows; if not, as they are completed.
        checkpoint: File from which a second run goes on.
        unknown: What becomes of rows whose fate is unknown: `raise`, `resend` or `skip`.
        executor: Where the calls are made; None for threads.
        max_in_flight: Chunks that are sent or accepted and have not finished, at most.
        chunk_size: Rows of a chunk, 1 to 100.
        timeout: Seconds that all of it may take; None for any time.
        progress: Whether to show a bar; None for where tqdm is installed and a terminal or notebook looks.

    Returns:
        A generator of `RowOutcome`, whose `result` holds the outputs by the names of the objects. For a DataFrame one
        with the same index, the columns `object.field` (for plain output `object`) and the column `error`.

    Raises:
        ApiTypeError: An argument has the wrong type; nothing was sent.
        ApiValueError: An argument has a wrong value; nothing was sent.
        CheckpointException: The checkpoint is another run's, or in use.
        UnknownFateException: An answer was lost.
        WaitTimeoutException: The time was over.
        ApiException: No row can succeed.
        MissingExtraException: `progress` is True and tqdm is not installed.
    """
    names = {"project_name": project_name, "pipeline_name": pipeline_name}
    plan = Plan(PIPELINE, names, chunk_size, max_in_flight, ordered, unknown, timeout)
    return _predict(api, plan, rows, checkpoint, executor, progress)


def _predict(
    api: ubiops.CoreApi,
    plan: Plan,
    rows: Any,
    checkpoint: Optional[Pathlike],
    executor: Optional[Executor],
    progress: Optional[bool],
) -> Any:
    plan.check()
    check_rows(rows)
    settings = None if executor is None else Settings.of(api, plan.most)
    target = {"host": api.api_client.configuration.host, **plan.names, "chunk_size": plan.chunk_size}
    title, total = (
        f"Predicting {'/'.join(map(str, [*plan.names.values()][1:]))}",
        len(rows) if hasattr(rows, "__len__") else None,
    )

    def outcomes() -> Iterator[RowOutcome]:
        chunks = read_chunks(api.api_client, rows, plan.chunk_size)
        with ExitStack() as stack:
            connection = settings or stack.enter_context(closing(Opened(api, plan.most)))
            kept = None if checkpoint is None else stack.enter_context(closing(Checkpoint(checkpoint, target)))
            shown = stack.enter_context(Progress(title, total, "rows", progress))
            yield from Run(plan, chunks, connection, executor or Threads(), kept, shown).outcomes()

    return to_frame(rows.index, outcomes()) if is_frame(rows) else outcomes()
