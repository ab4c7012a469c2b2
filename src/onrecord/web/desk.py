"""The desk where reports are handed over: one job after the other is read, in a thread, and what came of it kept."""

import secrets
from collections import deque
from collections.abc import Iterator, Sequence
from threading import Condition, Thread
from typing import Final

from onrecord.errors import OnRecordError
from onrecord.records import Given
from onrecord.web.hands import Hands
from onrecord.web.jobs import Job
from onrecord.web.refusals import DeskFull, NoSuchJob

# Jobs that wait are held in memory with all their bytes.
MOST_WAITING: Final = 8
MOST_KEPT: Final = 100
# A report is read in seconds; who closes the room waits for the one that is being read, but not for good.
_PATIENCE: Final = 20.0
_GIVING_UP: Final = 10.0
_CLOSED: Final = "the reading room was closed before its turn"


class Desk:
    """Takes reports, and has them read by `hands` one after the other.

    One that fails never keeps the others from being read, and each ends in exactly one outcome. At most `most_waiting`
    jobs wait, with `most_bytes` together; the newest `most_kept` are remembered, in memory only.
    """

    def __init__(
        self, hands: Hands, *, most_bytes: int, most_waiting: int = MOST_WAITING, most_kept: int = MOST_KEPT
    ) -> None:
        self._hands = hands
        self._most_bytes, self._most_waiting, self._most_kept = most_bytes, most_waiting, most_kept
        self._jobs: dict[str, Job] = {}
        self._waiting: deque[Job] = deque()
        self._changed = Condition()
        self._worker: Thread | None = None
        self._closing = False

    def take(self, given: Sequence[Given]) -> Job:
        """Take a job of one report or more. Raises DeskFull."""
        job = Job(secrets.token_urlsafe(9), given)
        with self._changed:
            held = sum(one.size for one in self._waiting)
            full = len(self._waiting) >= self._most_waiting or (held and held + job.size > self._most_bytes)
            if self._closing or full:
                raise DeskFull("this job", "the reading room is closing" if self._closing else None)
            self._waiting.append(job)
            self._jobs[job.id] = job
            self._forget()
            if self._worker is None:
                self._worker = Thread(target=self._work, name="onrecord-desk", daemon=True)
                self._worker.start()
            self._changed.notify_all()
        return job

    def job(self, name: str) -> Job:
        """Return a job. Raises NoSuchJob."""
        with self._changed:
            if name not in self._jobs:
                raise NoSuchJob(name)
            return self._jobs[name]

    def jobs(self) -> list[Job]:
        """Return the jobs that are remembered, the newest first."""
        with self._changed:
            return list(reversed(self._jobs.values()))

    def ahead(self, job: Job) -> int:
        """Return how many jobs are read before one that waits."""
        with self._changed:
            if job not in self._waiting:
                return 0
            return self._waiting.index(job) + sum(one.state == "reading" for one in self._jobs.values())

    def close(self, patience: float = _PATIENCE) -> None:
        """Take nothing more, and wait for the report that is being read; what comes after it is skipped.

        After `patience` seconds it is given up.
        """
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        if self._worker is not None:
            self._worker.join(patience)
            if self._worker.is_alive():
                self._hands.stop()
                self._worker.join(_GIVING_UP)

    def _forget(self) -> None:
        done = [name for name, job in self._jobs.items() if job.state == "done"]
        for name in done[: max(0, len(self._jobs) - self._most_kept)]:
            del self._jobs[name]

    def _work(self) -> None:
        while (job := self._next()) is not None:
            while job.left and not self._closing:
                self._read(job)
            while job.left:
                job.skip(_CLOSED)

    def _next(self) -> Job | None:
        with self._changed:
            while not self._waiting and not self._closing:
                self._changed.wait()
            if not self._waiting:
                return None
            job = self._waiting.popleft()
            job.begun = True
            return job

    def _read(self, job: Job) -> None:
        """Read what is left of a job, until its end or something that ends more than one report."""
        before = job.left
        try:
            for outcome in self._hands.add(self._handed(job)):
                job.note(outcome)
        except OnRecordError as error:
            _fail(job, error)
            return
        except Exception as fault:  # the next report may be read all the same
            _fail(job, OnRecordError("", f"could not be read ({type(fault).__name__})", "tell its makers"))
            return
        if job.left == before and not self._closing:
            job.fail(OnRecordError(job.next_source, "was not read", "tell its makers"))

    def _handed(self, job: Job) -> Iterator[Given]:
        while job.left and not self._closing:
            if job.is_repeated:
                job.skip("is given twice")
            else:
                yield job.next
                # Whoever asks for the next has read this one to its end.
                job.finish()


def _fail(job: Job, error: OnRecordError) -> None:
    # What goes wrong after the last of them is nobody's.
    if job.left:
        job.fail(OnRecordError(error.subject or job.next_source, error.reason, error.advice))
