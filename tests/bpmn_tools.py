"""Programs that know BPMN, for tests: the modeller bpmn-js in Chromium, the linter bpmnlint, the schema of the OMG.

They are npm packages, locked in `tests/bpmn/`; the first test that asks installs them there.
"""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from typing import Any

from lxml import etree, html

from tests import npm

HOME = Path(__file__).parent / "bpmn"
MODULES = HOME / "node_modules"


def once(base: Path, name: str, make: Callable[[Path], object]) -> Any:
    """What `make` gives, made by the first process of a test run that asks and read by the others."""
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    kept = shared / f"{name}.json"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            made = json.dumps(make(shared))
            kept.write_text(made, encoding="utf-8")
    return json.loads(kept.read_text(encoding="utf-8"))


def install() -> None:
    """What is locked is installed."""
    npm.install(HOME)


def schema() -> etree.XMLSchema:
    """The schema of BPMN 2.0, which bpmn-moddle carries."""
    return etree.XMLSchema(etree.parse(MODULES / "bpmn-moddle" / "resources" / "bpmn" / "xsd" / "BPMN20.xsd"))


def reports(documents: Mapping[str, bytes]) -> dict[str, list[str]]:
    """What bpmn-moddle warns of and bpmnlint reports, by the name of the document."""
    asked = json.dumps({name: data.decode() for name, data in documents.items()})
    done = subprocess.run(
        ["node", "lint.mjs"], cwd=HOME, input=asked, capture_output=True, encoding="utf-8", check=True, timeout=240
    )
    return json.loads(done.stdout)


def modelled(documents: Mapping[str, bytes], folder: Path) -> dict[str, dict]:
    """Each document opened and saved by bpmn-js: `warnings`, `ids` of what it shows, and what it `saved`.

    `tests/bpmn/modeller.js` says what a person's hand changes in documents of certain names.
    """
    given = json.dumps({name: data.decode() for name, data in documents.items()}).replace("<", "\\u003c")
    scripts = [MODULES / "bpmn-js" / "dist" / "bpmn-modeler.production.min.js", HOME / "modeller.js"]
    page = folder / "bpmn-js.html"
    page.write_text(
        "<!doctype html><meta charset=utf-8><div id=canvas style='width:2000px;height:1000px'></div>"
        f"<pre id=results></pre><script type='application/json' id=documents>{given}</script>"
        + "".join(f"<script src='{escape(script.as_uri())}'></script>" for script in scripts),
        encoding="utf-8",
    )
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"]
    place = [f"--user-data-dir={folder / 'chromium'}", "--virtual-time-budget=600000", "--dump-dom", page.as_uri()]
    done = subprocess.run(["chromium", *options, *place], capture_output=True, check=True, timeout=240)
    shown = html.fromstring(done.stdout.decode()).get_element_by_id("results").text_content()
    return json.loads(shown)
