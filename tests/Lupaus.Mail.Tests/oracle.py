"""Python's own mail package, asked by OracleTests over standard input and output, one JSON document a line.

{"make": COUNT}  writes COUNT messages in every way the package knows, each with what was put in
{"read": BASE64} tells what the package reads in a message
"""
import base64
import json
import random
import sys
from email import message_from_bytes, policy
from email.encoders import encode_base64
from email.header import Header
from email.message import EmailMessage
from email.mime.base import MIMEBase
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.mime.text import MIMEText
from email.charset import Charset, BASE64, QP
from email.utils import formataddr, format_datetime
from datetime import datetime, timedelta, timezone

WORDS = {
    "us-ascii": "the invoice is missing please help From the start . = equal > quoted".split(),
    "utf-8": "lasku päivä Ääliö 50 € 日本語 привет 😀 — ”lainaus” työ".split(),
    "iso-8859-1": "lasku päivä Åke Öberg työ næste øre ¿qué?".split(),
    "iso-8859-15": "lasku päivä 50 € Šakki Žižek työ".split(),
    "windows-1252": "lasku päivä ”lainaus” – 50 € … työ".split(),
    "koi8-r": "счёт пропал помогите пожалуйста".split(),
    "windows-1251": "счёт пропал помогите № пожалуйста".split(),
    "shift_jis": "日本語 請求書 です カタカナ".split(),
    "iso-2022-jp": "日本語 請求書 です カタカナ".split(),
    "euc-jp": "日本語 請求書 です カタカナ".split(),
    "gb2312": "中文 发票 丢失".split(),
    "big5": "中文 發票 遺失".split(),
    "euc-kr": "한국어 송장 분실".split(),
    "iso-8859-2": "žluťoučký kůň Łódź".split(),
    "iso-8859-7": "τιμολόγιο λείπει".split(),
    "windows-1257": "ąžuolas šviesa".split(),
}
ANY = ["lasku", "päivä", "Ääliö", "日本語", "😀", "a", "invoice", "Öberg,", "\"quoted\"", "(c)", "€", "=?x?="]


def words(rnd, charset, most=12):
    return " ".join(rnd.choice(WORDS[charset]) for _ in range(rnd.randint(1, most)))


def text(rnd, charset):
    return "".join(words(rnd, charset, 40) + "\n" for _ in range(rnd.randint(1, 8)))


def any_words(rnd, most=8):
    return " ".join(rnd.choice(ANY[:-1]) for _ in range(rnd.randint(1, most)))


def name_of_file(rnd):
    return any_words(rnd, 6).replace('"', "").replace("(", "").replace(")", "") + ".pdf"


def blob(rnd):
    return rnd.randbytes(rnd.choice([0, 1, 2, 3, 57, 58, 300, 5000]))


def person(rnd):
    # The package itself writes unquoted what it should quote.
    name = " ".join(rnd.choice(ANY[:7] + ["€"]) for _ in range(rnd.randint(1, 3)))
    return name, f"user{rnd.randint(1, 999)}@example.{rnd.choice(['fi', 'se', 'com'])}"


def expected_file(name, kind, data, cid=None):
    return {"fileName": name, "contentType": kind, "contentId": cid, "content": base64.b64encode(data).decode()}


def modern(rnd, expected):
    """EmailMessage, the package's new interface."""
    message = EmailMessage(policy=policy.SMTP if rnd.random() < 0.5 else policy.default)
    charset = rnd.choice([c for c in WORDS if c not in ("big5", "euc-kr", "euc-jp", "shift_jis", "iso-2022-jp")])
    body = text(rnd, charset)
    cte = rnd.choice(["base64", "quoted-printable", None]) if charset != "us-ascii" else rnd.choice(["7bit", "base64", "quoted-printable"])
    message.set_content(body, charset=charset, cte=cte)
    expected["text"] = body
    if rnd.random() < 0.6:
        html = "<p>" + text(rnd, charset) + "</p>\n"
        message.add_alternative(html, subtype="html", charset=charset, cte=cte)
        expected["html"] = html
        if rnd.random() < 0.5:
            for _ in range(rnd.randint(1, 3)):
                data, cid = blob(rnd), f"img{rnd.randint(1, 99999)}@x"
                message.get_payload()[1].add_related(data, "image", "png", cid=f"<{cid}>")
                expected["attachments"].append(expected_file(None, "image/png", data, cid))
    for _ in range(rnd.choice([0, 0, 1, 3])):
        data, name = blob(rnd), name_of_file(rnd)
        message.add_attachment(data, maintype="application", subtype="pdf", filename=name)
        expected["attachments"].append(expected_file(name, "application/pdf", data))
    return message


def legacy_text(rnd, kind, charset, body):
    if charset in ("us-ascii", "iso-2022-jp"):
        return MIMEText(body, kind, charset)
    if charset in ("shift_jis", "euc-jp"):
        # MIMEText would write ISO-2022-JP for these.
        part = MIMENonMultipart("text", kind, charset=charset)
        part.set_payload(body.encode(charset))
        encode_base64(part)
        return part
    how = Charset(charset)
    how.body_encoding = rnd.choice([BASE64, QP])
    return MIMEText(body, kind, how)


def legacy(rnd, expected):
    """MIMEText and its relatives, the old interface, in odd nestings."""
    charset = rnd.choice(list(WORDS))
    body, html = text(rnd, charset), "<p>" + words(rnd, charset) + "</p>"
    parts = []
    if rnd.random() < 0.5:
        expected["text"] = body
        inner = legacy_text(rnd, "plain", charset, body)
        if rnd.random() < 0.5:
            expected["html"] = html
            plain, inner = inner, MIMEMultipart("alternative")
            inner.attach(plain)
            inner.attach(legacy_text(rnd, "html", charset, html))
    else:
        expected["html"] = html
        inner = legacy_text(rnd, "html", charset, html)
    if rnd.random() < 0.4 and "html" in expected:
        data, cid = blob(rnd), f"kuva{rnd.randint(1, 99999)}@y"
        outer = MIMEMultipart("related", boundary=rnd.choice([None, "odd boundary:=?", "b'()+_,-./:=?x"]))
        outer.attach(inner)
        picture = MIMEImage(data, "gif")
        picture["Content-ID"] = f"<{cid}>"
        outer.attach(picture)
        parts.append(expected_file(None, "image/gif", data, cid))
        inner = outer
    for _ in range(rnd.randint(0, 3)):
        outer = MIMEMultipart("mixed")
        outer.preamble = rnd.choice([None, "This is a multi-part message.", "--"])
        outer.attach(inner)
        data, name = blob(rnd), name_of_file(rnd)
        part = MIMEBase("application", "octet-stream")
        part.set_payload(data)
        encode_base64(part)
        part.add_header("Content-Disposition", "attachment", filename=rnd.choice([("utf-8", "fi", name), ("utf-8", "", name)]))
        outer.attach(part)
        parts.append(expected_file(name, "application/octet-stream", data))
        inner = outer
    expected["attachments"] = parts
    return inner


def make(seed):
    rnd = random.Random(seed)
    expected = {"attachments": []}
    old = rnd.random() < 0.5
    message = (legacy if old else modern)(rnd, expected)
    (name, address), subject = person(rnd), any_words(rnd, 20)
    expected["subject"], expected["messageId"] = subject, f"id{seed}@example.fi"
    others = [person(rnd) for _ in range(rnd.randint(1, 4))]
    expected["from"] = [{"name": name, "address": address}]
    expected["to"] = [{"name": n, "address": a} for n, a in others]
    if old:
        charset = rnd.choice(["utf-8", "utf-8", "iso-2022-jp"])
        if charset != "utf-8":
            subject = expected["subject"] = words(rnd, charset)
        message["Subject"] = Header(subject, charset)
        message["From"] = formataddr((name, address))
        message["To"] = ",\n ".join(formataddr(o) for o in others)
    else:
        message["Subject"] = subject
        message["From"] = formataddr((name, address), "utf-8")
        message["To"] = ", ".join(formataddr(o) for o in others)
    when = datetime(2026, rnd.randint(1, 12), rnd.randint(1, 28), rnd.randint(0, 23), 5, 7, tzinfo=timezone(timedelta(minutes=rnd.choice([0, 120, 180, -300, 330]))))
    message["Date"] = format_datetime(when)
    expected["date"] = when.isoformat()
    message["Message-ID"] = f"<{expected['messageId']}>"
    references = [f"ref{i}.{seed}@example.fi" for i in range(rnd.randint(0, 12))]
    expected["references"] = references
    if references:
        message["References"] = " ".join(f"<{r}>" for r in references)
    raw = message.as_bytes()
    return {"raw": base64.b64encode(raw).decode(), "expected": expected}


def read(raw):
    message = message_from_bytes(raw, policy=policy.default)
    seen = {"text": None, "html": None, "attachments": [], "defects": []}
    for part in message.walk():
        seen["defects"] += [type(d).__name__ for d in part.defects]
        seen["defects"] += [type(d).__name__ for header in part.values() for d in getattr(header, "defects", [])]
        if part.is_multipart():
            continue
        kind, disposition = part.get_content_type(), part.get_content_disposition()
        if kind == "text/plain" and disposition is None and seen["text"] is None:
            seen["text"] = part.get_content().replace("\r\n", "\n")
        elif kind == "text/html" and disposition is None and seen["html"] is None:
            seen["html"] = part.get_content().replace("\r\n", "\n")
        else:
            cid = part["content-id"]
            seen["attachments"].append(expected_file(part.get_filename(), kind, part.get_payload(decode=True), str(cid).strip("<>") if cid else None))
    for key in ("from", "to", "cc"):
        seen[key] = [{"name": a.display_name, "address": a.addr_spec} for a in (message[key].addresses if message[key] else [])]
    seen["subject"] = str(message["subject"] or "")
    seen["messageId"] = str(message["message-id"]).strip("<> ")
    seen["references"] = [r.strip("<>") for r in str(message["references"] or "").split()]
    seen["date"] = message["date"].datetime.isoformat()
    seen["longest"] = max(len(line) for line in raw.split(b"\r\n"))
    seen["bare"] = b"\n" in raw.replace(b"\r\n", b"")
    return seen


for line in sys.stdin:
    asked = json.loads(line)
    if "make" in asked:
        for number in range(asked["make"]):
            print(json.dumps(make(number)))
    else:
        print(json.dumps(read(base64.b64decode(asked["read"]))))
    sys.stdout.flush()
