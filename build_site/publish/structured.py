"""Facts of a page for search engines and reference managers: schema.org as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from build_site.publish.cite import Work

# inside a script element only these could end it or start a comment
_UNSAFE = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}
_TAGS = {"zh": "zh-CN", "en": "en"}
CC_BY = "https://creativecommons.org/licenses/by/4.0/"


def script_safe(facts: Mapping[str, object]) -> str:
    """Return facts as JSON that can stand inside a script element, whatever they say."""
    return json.dumps(_known(facts), ensure_ascii=False).translate(_UNSAFE)


def _known(value: object) -> object:
    """Return a value without empty members."""
    if isinstance(value, Mapping):
        kept = {key: _known(member) for key, member in value.items()}
        return {key: member for key, member in kept.items() if member not in ("", None, [], {})}
    if isinstance(value, (list, tuple)):
        return [_known(member) for member in value]
    return value


def report_facts(
    work: Work,
    language: str,
    *,
    identifier: str,
    original: str,
    source: str,
    place: str,
    dataset: str,
    downloads: Sequence[tuple[str, str]],
) -> dict[str, object]:
    """Return a report as schema.org/Report.

    `original` is the address of the Chinese page, `source` what the capture is
    based on (an http address or a file name), `dataset` the address of the data
    page, `downloads` media type and address of each file. A work with a
    translator is marked as a translation of the original.
    """
    based_on: object = source
    if source and not source.startswith(("http://", "https://")):
        based_on = {"@type": "CreativeWork", "identifier": source}
    facts: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "@id": work.url,
        "url": work.url,
        "identifier": identifier,
        "name": work.title,
        "inLanguage": _TAGS[language],
        "datePublished": work.date or work.year,
        "author": {
            "@type": "Person" if work.person else "GovernmentOrganization",
            "name": work.author,
        }
        if work.author
        else None,
        "publisher": {"@type": "GovernmentOrganization", "name": work.publisher}
        if work.publisher
        else None,
        "spatialCoverage": {"@type": "Place", "name": place} if place else None,
        "isBasedOn": based_on,
        "isPartOf": {"@type": "Dataset", "@id": dataset, "url": dataset},
        "encoding": [
            {"@type": "MediaObject", "encodingFormat": media, "contentUrl": address}
            for media, address in downloads
        ],
    }
    if work.translator:  # what is empty is left out when the facts are written
        facts["translator"] = {"@type": "Organization", "name": work.translator}
        facts["translationOfWork"] = {"@type": "Report", "@id": original, "inLanguage": "zh-CN"}
        facts["creativeWorkStatus"] = "Draft" if work.draft else ""
        facts["license"] = CC_BY  # of the translation; the report itself is an official document
    elif language == "en":
        facts["inLanguage"] = _TAGS["zh"]
    return facts


def dataset_facts(
    name: str,
    description: str,
    url: str,
    *,
    keywords: Sequence[str],
    downloads: Sequence[tuple[str, str]],
) -> dict[str, object]:
    """Return the data package as schema.org/Dataset."""
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": url,
        "url": url,
        "name": name,
        "description": description,
        "inLanguage": ["zh-CN", "en"],
        "license": CC_BY,
        "isAccessibleForFree": True,
        "keywords": list(keywords),
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": media, "contentUrl": address}
            for media, address in downloads
        ],
    }
