"""Labels texts by the parser of a real Spark: one JSON request a line on stdin, one JSON answer a line on stdout.

A request is {"ansi": bool, "texts": [text]}; its answer is a list of labels, {"accepts": true} or {"accepts": false, "class",
"message", "offset"?, "stop"?} with offsets in UTF-16 code units. The first line that is written is {"ready": version}.
A text of several statements is split as Spark's command line does, a script (`BEGIN …`) is left whole. Scripts are
enabled; all else is Spark's default, and as in the runtime's sessions nothing is substituted.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Dict

from pyspark.sql import SparkSession

SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.memory": "2g",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.extraJavaOptions": "-XX:+UseSerialGC -Xss16m",
    "spark.sql.catalogImplementation": "in-memory",
    "spark.sql.variable.substitute": "false",
    "spark.sql.scripting.enabled": "true",
}


def open_arbiter(spark: SparkSession) -> Any:
    """The Java half, compiled by the Janino that Spark itself brings."""
    source = Path(__file__).with_name("Arbiter.java").read_text(encoding="utf-8")
    session: Any = spark
    compiler = session._jvm.org.codehaus.janino.SimpleCompiler()
    compiler.setParentClassLoader(session._jvm.Thread.currentThread().getContextClassLoader())
    compiler.cook(source)
    constructor = compiler.getClassLoader().loadClass("Arbiter").getConstructors()[0]
    arguments = session.sparkContext._gateway.new_array(session._jvm.Object, 2)
    arguments[0] = session._jsparkSession.sessionState().sqlParser()
    arguments[1] = not spark.version.startswith("3.")
    return constructor.newInstance(arguments)


def main() -> None:
    builder = SparkSession.builder.master("local[1]").appName("pistevo arbiter")
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    arbiter = open_arbiter(spark)
    print(json.dumps({"ready": spark.version}), flush=True)
    for line in sys.stdin:
        request: Dict[str, Any] = json.loads(line)
        spark.conf.set("spark.sql.ansi.enabled", "true" if request["ansi"] else "false")
        print(arbiter.label(json.dumps(request["texts"])), flush=True)
    spark.stop()


if __name__ == "__main__":
    main()
