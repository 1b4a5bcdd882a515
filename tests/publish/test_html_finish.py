from __future__ import annotations

import base64
from hashlib import sha256
from pathlib import Path

from build_site.publish.html_finish import alternates, finish, finished

PAGE = (
    '<html><head><meta charset="utf-8"><link rel="alternate" href="../en/a/" hreflang="en">'
    "<script>go()</script></head><body>https://site.invalid/a/</body></html>"
)


def test_alternates_are_absolute_and_name_a_default() -> None:
    assert alternates("en/a/index.html", "https://x.org/w/") == {
        "zh": "https://x.org/w/a/",
        "en": "https://x.org/w/en/a/",
        "x-default": "https://x.org/w/a/",
    }


def test_a_page_gets_the_address_its_alternates_and_a_policy_for_its_own_scripts() -> None:
    html = finished(PAGE, "a/index.html", "https://x.org/")
    assert "https://x.org/a/</body>" in html
    assert '<link rel="alternate" href="../en/a/"' not in html
    assert 'hreflang="x-default" href="https://x.org/a/"' in html
    code = base64.b64encode(sha256(b"go()").digest()).decode()
    policy = html.split('Content-Security-Policy" content="')[1].split('"')[0]
    assert f"script-src 'self' 'sha256-{code}';" in policy
    assert "unsafe-inline'" not in policy.split("style-src")[0]


def test_each_language_has_its_404_with_absolute_links(tmp_path: Path) -> None:
    root, site = tmp_path / "root", tmp_path / "site"
    (root / "dataset").mkdir(parents=True)
    for prefix, up in (("", ".."), ("en/", "../..")):
        page = site / prefix / "404" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(
            f'<meta charset="utf-8"><a href="{up}/about/">{prefix}</a>'
            f'<script>new URL("{up}",location)</script>',
            encoding="utf-8",
        )
    finish(root, site, "https://x.org/w/")
    zh = (site / "404.html").read_text(encoding="utf-8")
    en = (site / "en" / "404.html").read_text(encoding="utf-8")
    assert 'href="/w/about/"' in zh and 'href="/w/about/"' in en
    assert 'new URL("/w/",location)' in zh and 'new URL("/w/",location)' in en
    assert not (site / "404").exists()
    assert "404" not in (site / "sitemap.xml").read_text(encoding="utf-8")
