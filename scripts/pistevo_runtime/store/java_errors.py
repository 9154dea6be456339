"""Errors of the JVM told apart by class: their texts may quote data and are never shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from py4j.protocol import Py4JJavaError, Py4JNetworkError

#: How py4j tells that the JVM does not answer any more.
_GONE = (Py4JNetworkError, ConnectionError)


def is_java_error(error: BaseException, class_name: str) -> bool:
    """True when the JVM threw an error of this class, itself or as a cause; subclasses count."""
    return _is_any(error, lambda thrown: _is_instance(thrown, class_name))


def does_java_say(error: BaseException, text: str) -> bool:
    """True when it stands in the text of an error of the JVM, itself or a cause."""
    return _is_any(error, lambda thrown: text in str(thrown.getMessage()))


def is_java_gone(error: BaseException) -> bool:
    """True when the JVM did not answer because it ended."""
    return isinstance(error, _GONE)


def java_class(error: BaseException) -> str:
    """The name of an error's class for people: the innermost one of the JVM, or the Python class."""
    try:
        names = [str(thrown.getClass().getSimpleName()) for thrown in _causes(error)]
    except _GONE:
        names = []
    return names[-1] if names else type(error).__name__


def _is_any(error: BaseException, test: Callable[[Any], bool]) -> bool:
    try:
        return any(test(thrown) for thrown in _causes(error))
    except _GONE:
        return False


def _causes(error: BaseException) -> Iterator[Any]:
    thrown = error.java_exception if isinstance(error, Py4JJavaError) else getattr(error, "_origin", None)
    while thrown is not None:
        yield thrown
        thrown = thrown.getCause()


def _is_instance(thrown: Any, class_name: str) -> bool:
    kind = thrown.getClass()
    while kind is not None:
        if kind.getName() == class_name:
            return True
        kind = kind.getSuperclass()
    return False
