"""The site that Sphinx makes of these pages: `python -m sphinx -W docs FOLDER`.

With `-t online`, names of Python's own and of the libraries lead to their documentation, whose lists of names are
downloaded; without it nothing leaves this machine.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import List, Optional

from docutils.nodes import TextElement, reference
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import make_refnode

import ubiops
import ubiops.models

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent

project = "ubiops"
version = release = ubiops.__version__

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_copybutton"]
smartquotes = False

html_theme = "furo"
html_title = f"ubiops {version}"
html_show_copyright = False
html_copy_source = False
html_static_path = ["site.css"]
html_css_files = ["site.css"]
html_search_scorer = str(DOCS / "search.js")

myst_heading_anchors = 6  # of the form that they have on GitHub
nb_execution_mode = "off"  # the notebooks are stored with their output

default_role = "py:obj"
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
autodoc_typehints_format = "short"
python_maximum_signature_line_length = 100
python_use_unqualified_type_names = True

intersphinx_mapping = {
    "python": ("https://docs.python.org/3", None),
    "pandas": ("https://pandas.pydata.org/docs", None),
    "urllib3": ("https://urllib3.readthedocs.io/en/stable", None),
}

OUTSIDE = {  # pages that are not in this folder, and those of the site that include them
    ROOT / "README.md": "index.md",
    ROOT / "CHANGELOG.md": "project/changelog.md",
    ROOT / "CONTRIBUTING.md": "project/contributing.md",
    ROOT / "codegen" / "DECISIONS.md": "project/decisions.md",
}
CODE_OR_LINK = re.compile(
    r"^```.*?^```|`[^`\n]*`|\[(?P<text>(?:[^\]\[]|\[[^\]]*\])*)\]\((?P<path>[^)\s#:]+)(?P<anchor>#[^)\s]*)?\)",
    re.MULTILINE | re.DOTALL,
)


def relinked(text: str, page: Path) -> str:
    """Return the text of a page with its links to files as the site has them; a file that the site lacks is no link."""

    def replace(match: re.Match[str]) -> str:
        if not match["path"]:
            return match[0]
        path = (page.parent / match["path"]).resolve()
        if path in OUTSIDE:
            target = OUTSIDE[path]
        elif path.is_file() and DOCS in path.parents:
            target = path.relative_to(DOCS).as_posix()
        else:
            return match["text"] if path.exists() else match[0]
        return f"[{match['text']}](/{target}{match['anchor'] or ''})"

    return CODE_OR_LINK.sub(replace, text)


def relink_page(app: Sphinx, docname: str, source: List[str]) -> None:
    """Relink a page of this folder."""
    path = app.env.doc2path(docname)
    if path.suffix == ".md":
        source[0] = relinked(source[0], path)


def relink_included(app: Sphinx, path: Path, docname: str, source: List[str]) -> None:
    """Relink a page from outside of this folder."""
    source[0] = relinked(source[0], (DOCS / path).resolve())


def skip_field(app: Sphinx, what: str, name: str, member: object, skip: bool, options: object) -> Optional[bool]:
    """Leave out the fields of named tuples, which the docstrings of their classes tell about."""
    return True if type(member).__name__ == "_tuplegetter" else None


def lead_to_page(app: Sphinx, env: BuildEnvironment, node: pending_xref, text: TextElement) -> Optional[reference]:
    """Let names of operations and models in docstrings lead to their pages."""
    name = node["reftarget"].rpartition(".")[2]
    if name in ("CoreApi", *ubiops.models.__all__):
        return make_refnode(app.builder, node["refdoc"], name, "", text)
    if hasattr(ubiops.CoreApi, f"{name}_with_http_info"):
        return make_refnode(app.builder, node["refdoc"], "CoreApi", name, text)
    return None


def setup(app: Sphinx) -> None:
    """Connect the functions above."""
    if app.tags.has("online"):
        app.setup_extension("sphinx.ext.intersphinx")
    app.connect("autodoc-skip-member", skip_field)
    app.connect("missing-reference", lead_to_page)
    app.connect("source-read", relink_page)
    app.connect("include-read", relink_included)
