"""An end to the time and memory of this process, by the means of the system (setrlimit(2)); none on Windows."""

import math

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]


def limit_memory(most: int) -> None:
    """Let this process take no more than `most` bytes of memory from now on.

    Further requests fail: Python raises MemoryError, a library may end the process.
    """
    if resource is None:
        return
    # What is mapped without being written to (the address space) says little; macOS knows only that.
    kind = resource.RLIMIT_DATA if hasattr(resource, "RLIMIT_DATA") else resource.RLIMIT_AS
    _lower(kind, most)
    # A process that dies of its limits must not leave its memory on the disk.
    _lower(resource.RLIMIT_CORE, 0)


def allow_seconds(seconds: float) -> None:
    """Let this process take `seconds` of processor time from now on; then the system ends it with SIGXCPU."""
    if resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, math.ceil(used.ru_utime + used.ru_stime + seconds))


def _lower(kind: int, most: int) -> None:
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
