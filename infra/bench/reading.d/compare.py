"""Reads documents by the reading process and by another reader, and says how they differ. See infra/bench/reading."""

import collections
import glob
import json
import os
import random
import re
import resource
import subprocess
import sys
import time
import zipfile

JAVA, CLASSES, CORPUS, WORK = sys.argv[1:]
LIMITS = ["-Xmx256m", "-Xss2m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxMetaspaceSize=128m",
          "-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true"]


def say(**line):
    print(json.dumps(line, ensure_ascii=False), flush=True)


def read(path, tracked="AS_IT_WOULD_BE"):
    ending = path.rsplit(".", 1)[-1]
    with open(path, "rb") as octets:
        done = subprocess.run([JAVA, *LIMITS, "-cp", CLASSES, "org.caucus.reading.Reader", ending, tracked],
                              stdin=octets, capture_output=True, env={}, check=False)
    return json.loads(done.stdout) if done.returncode == 0 else {"refused": "ended with %d" % done.returncode}


def characters(words):
    return collections.Counter(c for c in words if not c.isspace() and c not in "\u00ad\u202a\u202b\u202c")


def typed(answer):
    """The text without computed numbers and the marks of notes."""
    text, built = answer["text"], []
    for _, _, start, end, number, _ in answer["blocks"]:
        words = text[start:end]
        built.append(words[len(number):] if number and words.startswith(number) else words)
    return re.sub(r"\[(\d+|[ivxl]+)\]", "", "".join(built))


def strings(node, found):
    """The words of a document of pandoc's."""
    if isinstance(node, list):
        for each in node:
            strings(each, found)
    elif isinstance(node, dict):
        kind = node.get("t")
        if kind == "Str":
            found.append(node["c"])
        elif kind in ("Code", "CodeBlock"):
            found.append(node["c"][1])
        elif kind == "Quoted":
            single = node["c"][0]["t"].startswith("S")
            found.append("\u2018\u2019" if single else "\u201c\u201d")
            strings(node["c"][1], found)
        elif kind == "Link":
            strings(node["c"][1], found)
        elif kind in ("Span", "Div", "Header"):
            strings(node["c"][-1], found)
        elif kind not in ("RawInline", "RawBlock", "Image", "Math"):
            strings(node.get("c", []), found)


def pandoc(path, changes):
    done = subprocess.run(["pandoc", "-f", "docx", "--track-changes=" + changes, "-t", "json", path],
                          capture_output=True, check=False)
    if done.returncode:
        return None
    document = json.loads(done.stdout)
    found = []
    strings(document["blocks"], found)
    for each in document["meta"].values():
        strings(each, found)
    return "".join(found)


def compare(path, answer, other, reader, how=""):
    name = os.path.basename(path)
    if "refused" in answer:
        say(test="characters", file=name, refused=answer["refused"], other_reads=other is not None)
        return
    ours, theirs = characters(typed(answer)), characters(other or "")
    say(test="characters", file=name, reader=reader, changes=how, characters=sum(theirs.values()),
        lost="".join((theirs - ours).elements())[:80], more="".join((ours - theirs).elements())[:80],
        mappings=dict(answer["mappings"]))


def words_of_law(pages):
    chosen = random.Random(7)
    known = ("the platform shall remove content within hours of notice and keep a record that people can read "
             "in their own languages of what was asked by whom and why it was done").split()
    for number in range(1, pages * 6):
        yield "%d. %s." % (number, " ".join(chosen.choice(known) for _ in range(80)))


def long_word(path):
    body = "".join("<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % line for line in words_of_law(200))
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("_rels/.rels", "<Relationships><Relationship Id='r' Type='%s' Target='word/document.xml'/>"
                                     "</Relationships>" % office)
        made.writestr("word/document.xml", "<w:document xmlns:w='%s'><w:body>%s</w:body></w:document>" % (space, body))


def printed(page, path):
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                    "--print-to-pdf=" + path, page], capture_output=True, check=True)


def long_pdf(path):
    page = WORK + "/long.html"
    with open(page, "w", encoding="utf-8") as out:
        out.write("<style>p{font:12pt/1.5 serif}</style>")
        out.writelines("<p>%s</p>" % line for line in words_of_law(200))
    printed(page, path)


def timed(path, aim):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    answer = read(path)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    say(test="time", file=os.path.basename(path), ms=round(1000 * (time.monotonic() - start)), aim_ms=aim,
        cpu_ms=round(1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)),
        characters=len(answer.get("text", "")), blocks=len(answer.get("blocks", [])),
        refused=answer.get("refused"), cores=os.cpu_count())


def main():
    for path in sorted(glob.glob(CORPUS + "/docx/*.docx")):
        answer = read(path)
        compare(path, answer, pandoc(path, "accept"), "pandoc", "as it would be")
        if answer.get("changes"):
            compare(path, read(path, "AS_IT_WAS"), pandoc(path, "reject"), "pandoc", "as it was")
    for page in sorted(glob.glob(CORPUS + "/akn/*.html")):
        path = WORK + "/" + os.path.basename(page) + ".pdf"
        printed(page, path)
        other = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()
        compare(path, read(path), other, "pdftotext")
    for make, name, aim in ((long_word, "long.docx", 3000), (long_pdf, "long.pdf", 5000)):
        make(WORK + "/" + name)
        timed(WORK + "/" + name, aim)


main()
