"""What MkDocs cannot do: alternates, security headers, 404 in both languages, sitemap, robots."""

from __future__ import annotations

import base64
import re
import shutil
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from build_site.publish.pages_render import SITE
from build_site.publish.quality import read_quality, with_quality
from build_site.publish.review import read_review, with_review

_ALTERNATE = re.compile(r'\s*<link rel="alternate" href="[^"]*" hreflang="[^"]*">')
_CHARSET = '<meta charset="utf-8">'
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_LINK = re.compile(r'\b(href|src|action|data-wr-search)="(?!https?:|#|data:|mailto:)([^"]*)"')
_CONTENTS = re.compile(r'<span class="md-ellipsis">(?=[^<]*[\u3400-\u9fff])')
_LANGUAGES = {"zh": "", "en": "en/"}


def finish(root: Path, site: Path, address: str) -> None:
    """Finish the pages that MkDocs wrote into `site`, to be served at `address`."""
    address = address.rstrip("/") + "/"
    _not_found(site, address)
    pages = sorted(file.relative_to(site).as_posix() for file in site.rglob("index.html"))
    measured = read_quality(root / "dataset" / "quality.json")
    reviewed = read_review(root / "docs" / "translations" / "en" / "review.csv")
    for page in (*pages, "404.html", "en/404.html"):
        file = site / page
        if file.is_file():
            html = file.read_text(encoding="utf-8")
            if page.endswith("method/index.html"):
                language = "en" if page.startswith("en/") else "zh"
                html = with_quality(html, measured, language)
                html = with_review(html, reviewed, language)
            file.write_text(finished(html, page, address), encoding="utf-8", newline="\n")
    _sitemap(site, pages, address)
    shutil.copytree(root / "dataset", site / "dataset", dirs_exist_ok=True)


def finished(html: str, page: str, address: str) -> str:
    """Return a page with absolute alternates and a Content-Security-Policy of its own."""
    html = _ALTERNATE.sub("", html).replace(SITE, address)
    if page.startswith("en/"):
        html = _CONTENTS.sub('<span class="md-ellipsis" lang="zh">', html)
    head = [_CHARSET, _policy(html)]
    if not page.endswith("404.html"):
        # the leading space keeps the theme's script, which asks each alternate
        # for a sitemap, from seeing these links; to browsers it means nothing
        head += [
            f'<link rel=" alternate" hreflang="{code}" href="{escape(link)}">'
            for code, link in alternates(page, address).items()
        ]
    return html.replace(_CHARSET, "\n      ".join(head), 1)


def alternates(page: str, address: str) -> Mapping[str, str]:
    """Return the addresses of a page in each language; x-default is the Chinese one."""
    path = page.removesuffix("index.html").removeprefix("en/")
    return {
        "zh": address + path,
        "en": f"{address}en/{path}",
        "x-default": address + path,
    }


def _policy(html: str) -> str:
    """Return a policy that allows this page's own inline scripts by hash and nothing foreign."""
    hashes = sorted(
        {
            base64.b64encode(sha256(script.encode()).digest()).decode()
            for script in _INLINE.findall(html)
        }
    )
    allowed = " ".join(["'self'", *(f"'sha256-{code}'" for code in hashes)])
    policy = (
        f"default-src 'self'; script-src {allowed}; style-src 'self'; "
        "img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'"
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'


def _not_found(site: Path, address: str) -> None:
    """Turn the hand-written page 404/ of each language into 404.html with absolute links."""
    base = urlsplit(address).path
    for prefix in _LANGUAGES.values():
        page = site / prefix / "404" / "index.html"
        if not page.is_file():
            continue
        html = _absolute(page.read_text(encoding="utf-8"), f"{base}{prefix}404/")
        up = "../.." if prefix else ".."
        html = html.replace(f'new URL("{up}",location)', f'new URL("{base}",location)')
        html = html.replace(f'"base": "{up}"', f'"base": "{base}"')
        html = html.replace('404/"', '404.html"')  # canonical address and language link
        (site / prefix / "404.html").write_text(html, encoding="utf-8")
        shutil.rmtree(page.parent)


def _absolute(html: str, here: str) -> str:
    """Return a page with its relative links made absolute: it is shown at any address."""
    return _LINK.sub(lambda link: f'{link[1]}="{urljoin(here, link[2])}"', html)


def _sitemap(site: Path, pages: list[str], address: str) -> None:
    entries = []
    for page in pages:
        links = alternates(page, address)
        own = links["en" if page.startswith("en/") else "zh"]
        twins = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(link)}"/>'
            for code, link in links.items()
        )
        entries.append(f"<url><loc>{escape(own)}</loc>{twins}</url>")
    (site / "sitemap.xml").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n' + "\n".join(entries) + "\n</urlset>\n",
        encoding="utf-8",
    )
    (site / "sitemap.xml.gz").unlink(missing_ok=True)
    (site / "robots.txt").write_text(
        f"User-agent: *\nAllow: /\nSitemap: {address}sitemap.xml\n", encoding="utf-8"
    )
