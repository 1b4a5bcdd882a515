"""Which encoding the bytes are in: guessed by plausibility, proven by a strict decode."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from build_site.model.capture import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("gb18030", "big5", "utf-16-le", "utf-16-be")
_SAMPLE = 200_000  # bytes looked at for the guess; the proof covers the whole file
_MOSTLY = 0.95  # a file that is UTF-8 to more than this share is broken UTF-8
_PLAUSIBLE = 0.4  # least share of common Han among all non-ASCII characters

# The most frequent characters of Chinese prose, in both scripts, and its punctuation.
_COMMON = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过"
    "发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前"
    "开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最"
    "重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门"
    "任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数"
    "安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科"
    "司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取"
    "拉格望觉术领共确传师观清今切院让识候带导争运推省委届政府代表报告县镇村改革农项目环境服务创城"
    "這個們來為國說時會對著後裡種經麼學現當沒動還進樣開從實軍無與長機業將兩間問並應戰頭體見產間"
    "話給門處義幾認條氣題爾別變總電數報結務場計統區隊決馬書聽達強難權設記類據邊張該規萬覺術領"
    "傳師觀識帶導爭運縣農項創，。、；：（）《》“”　"
)


def decode(name: str, data: bytes) -> tuple[str, str]:
    """Return the text and the codec that `data` was proven to be in; a BOM is left out.

    Raises InputError with the byte offset where the decoding fails. Nothing is
    ever replaced by U+FFFD.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _proven(name, data, encoding, len(bom)), encoding
    return _detected(name, data)


def _detected(name: str, data: bytes) -> tuple[str, str]:
    wide = _wide(data)
    if wide:
        return _proven(name, data, wide, 0), wide
    nul = data.find(0)
    if nul >= 0 and not _looks_wide(data):
        raise InputError(
            name,
            f"byte {nul} is NUL, which no text holds",
            "Save the page as text, HTML or docx",
        )
    try:
        return _printable(name, data.decode("utf-8"), "utf-8", 0), "utf-8"
    except UnicodeDecodeError as error:
        if _utf8_share(data) > _MOSTLY:
            raise _broken(name, error, "utf-8", 0) from error
    encoding = _guess(data)
    if encoding is None:
        offset = _first_fault(data, "utf-8")
        raise InputError(
            name,
            f"no known encoding fits; as UTF-8 it fails at byte {offset}",
            "Save the capture as UTF-8 text",
        )
    return _proven(name, data, encoding, 0), encoding


def _proven(name: str, data: bytes, encoding: str, skip: int) -> str:
    try:
        text = data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        raise _broken(name, error, encoding, skip) from error
    return _printable(name, text, encoding, skip)


def _printable(name: str, text: str, encoding: str, skip: int) -> str:
    """Return the text if it holds no NUL, which a strict decode lets through."""
    at = text.find("\0")
    if at >= 0:
        offset = skip + len(text[:at].encode(encoding))
        raise InputError(
            name, f"byte {offset} is NUL, which no text holds", "Save the page as text again"
        )
    return text


def _broken(name: str, error: UnicodeDecodeError, encoding: str, skip: int) -> InputError:
    at = error.start + skip
    wrong = error.object[error.start : error.start + 1].hex()
    return InputError(
        name,
        f"the text is {encoding}, but byte {at} (0x{wrong}) does not decode: {error.reason}",
        "Save the page again, or repair this byte and say so in the sidecar",
    )


def _first_fault(data: bytes, encoding: str) -> int:
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        return error.start
    return len(data)


def _utf8_share(data: bytes) -> float:
    """Return which share of the non-ASCII bytes stands in well-formed UTF-8 sequences."""
    high = _high(data)
    # a measure only: this lossy decode never becomes text
    formed = _high(data.decode("utf-8", errors="ignore").encode("utf-8"))
    return formed / high if high else 1.0


def _high(data: bytes) -> int:
    return len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))


def _looks_wide(data: bytes) -> bool:
    """Say whether NUL bytes stand only in odd or only in even places, as in UTF-16."""
    sample = data[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    return min(even, odd) * 20 < max(even, odd) and max(even, odd) * 100 > len(sample)


def _wide(data: bytes) -> str | None:
    """Return the UTF-16 order of a file without BOM, if it is plausible Chinese in it."""
    if len(data) % 2:
        return None
    scored = [(_score(data, e), e) for e in ("utf-16-le", "utf-16-be")]
    best, encoding = max(scored)
    if best < _PLAUSIBLE:
        return None
    # bytes that are well-formed UTF-8 throughout are UTF-8: UTF-16 never is by chance
    return None if _first_fault(data, "utf-8") == len(data) and 0 not in data else encoding


def _score(data: bytes, encoding: str) -> float:
    """Return the share of common Han among the non-ASCII of a sample; -1 if undecodable."""
    sample = data[:_SAMPLE]
    try:
        text = codecs.getincrementaldecoder(encoding)("strict").decode(sample)
    except UnicodeDecodeError as error:
        if error.start < len(sample) * _MOSTLY:
            return -1.0
        text = sample[: error.start].decode(encoding, errors="ignore")
    beyond = [c for c in text if c > "\x7f"]
    return sum(c in _COMMON for c in beyond) / len(beyond) if beyond else 0.0


def _guess(data: bytes) -> str | None:
    """Return the most plausible codec: our own score first, a detector's proposal second."""
    scored = sorted(((_score(data, e), -i) for i, e in enumerate(_CANDIDATES)), reverse=True)
    best, index = scored[0]
    if best >= _PLAUSIBLE:
        return _CANDIDATES[-index]
    proposed = from_bytes(data[:_SAMPLE]).best()
    if proposed is None:
        return None
    name = codecs.lookup(proposed.encoding).name
    known = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5"}
    encoding = known.get(name)
    return encoding if encoding and _score(data, encoding) > _PLAUSIBLE / 2 else None
