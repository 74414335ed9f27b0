"""What keeps workers from working, in a sentence with the next step."""

from __future__ import annotations

from generator.problems import DatelineError


class WorkersError(DatelineError):
    """Work that was given away did not come back."""


class WorkerEndedError(WorkersError):
    """The system ended a process that was at work."""

    def __init__(self) -> None:
        super().__init__(
            "The system ended a process that was reading documents, most likely for "
            "want of memory. Run the command again with fewer, such as --jobs 1."
        )


class NoClusterError(WorkersError):
    """There is no Dask here, or no scheduler there."""


class OtherVersionError(WorkersError):
    """A worker would read the documents by other rules."""

    def __init__(self, workers: list[str]) -> None:
        super().__init__(
            f"Another version of dateline, or none, is installed on {workers[0]}"
            f"{f' and {len(workers) - 1} more' if len(workers) > 1 else ''}, so the "
            "results would differ. Install the same version on every worker."
        )
