"""Errors of the JVM told apart by class: their texts may quote data and are never shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from py4j.protocol import Py4JJavaError


def is_java_error(error: BaseException, class_name: str) -> bool:
    """True when the JVM threw an error of this class, itself or as a cause; subclasses count."""
    return any(_is_instance(thrown, class_name) for thrown in _causes(error))


def java_class(error: BaseException) -> str:
    """The name of an error's class for people: the innermost one of the JVM, or the Python class."""
    names = [str(thrown.getClass().getSimpleName()) for thrown in _causes(error)]
    return names[-1] if names else type(error).__name__


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
