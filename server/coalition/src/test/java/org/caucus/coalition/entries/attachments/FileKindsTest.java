package org.caucus.coalition.entries.attachments;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.support.Growth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is, its bytes say; its name must not belie them. */
class FileKindsTest {
  private static final byte[] PNG = hex("89504e470d0a1a0a0000000d494844520000000100000001");
  private static final byte[] PDF = "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n".getBytes(UTF_8);
  private static final byte[] PROGRAM = hex("4d5a90000300000004000000ffff0000b800000000000000");

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  static byte[] zip(String... names) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("words".getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new AssertionError("memory does not fail", e);
    }
    return out.toByteArray();
  }

  private static byte[] both(byte[] one, byte[] other) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(one);
    out.writeBytes(other);
    return out.toByteArray();
  }

  private static String refusal(byte[] bytes, String name) {
    Refusal no = catchThrowableOfType(Refusal.class, () -> FileKinds.of(bytes, name));
    assertThat(no).as(name).isNotNull();
    assertThat(no.kind()).isEqualTo(Refusal.Kind.UNSUPPORTED);
    return no.why();
  }

  @ParameterizedTest
  @CsvSource({
    "89504e470d0a1a0a0000000d49484452, map.png, image/png",
    "ffd8ffe000104a46494600010100, protest.JPG, image/jpeg",
    "474946383961010001000000, banner.gif, image/gif",
    "524946462400000057454250565038, banner.webp, image/webp",
    "255044462d312e340a, memo.pdf, application/pdf",
    "7b5c727466315c616e7369, memo.rtf, application/rtf",
    "d0cf11e0a1b11ae1000000000000, memo.doc, application/msword",
    "1f8b0800000000000003, log.gz, application/gzip",
    "377abcaf271c0004, files.7z, application/x-7z-compressed",
    "4944330300000000, call.mp3, audio/mpeg",
    "000000186674797069736f6d, call.mp4, video/mp4",
    "4f67675300020000, call.ogg, application/ogg",
  })
  void ordinaryFilesAreKnownByTheirBytes(String bytes, String name, String type) {
    assertThat(FileKinds.of(hex(bytes), name)).isEqualTo(new FileKinds.Known(name, type));
  }

  @Test
  void textIsTextInAnyTongueAndMayBeATable() {
    assertThat(FileKinds.of("Ètò ìròyìn: wákàtí 24".getBytes(UTF_8), "iwe.txt").type())
        .isEqualTo("text/plain");
    assertThat(FileKinds.of("notice;hours\nremoval;24\n".getBytes(UTF_8), "t.csv").type())
        .isEqualTo("text/csv");
    assertThat(FileKinds.of("24 hours".getBytes(UTF_16), "notes.txt").type())
        .isEqualTo("text/plain");
    assertThat(FileKinds.of("BEGIN:VCALENDAR\nVERSION:2.0\n".getBytes(UTF_8), "call.ics").type())
        .isEqualTo("text/calendar");
  }

  @Test
  void officeDocumentsAreArchivesThatAreNotLookedInto() {
    assertThat(FileKinds.of(zip("[Content_Types].xml", "word/document.xml"), "memo.docx").type())
        .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    assertThat(FileKinds.of(zip("a.zip", "b.exe"), "evidence.zip").type())
        .isEqualTo("application/zip");
  }

  @Test
  void aNameThatBeliesItsBytesIsRefusedWithBothSaid() {
    assertThat(refusal(PDF, "map.png")).contains("ends in .png (picture)").contains("PDF document");
    assertThat(refusal(zip("a"), "memo.pdf")).contains("archive");
    assertThat(refusal("words".getBytes(UTF_8), "memo.docx")).contains("text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run.js",
        "run.vbs",
        "run.bat",
        "run.ps1",
        "run.hta",
        "run.sh",
        "page.html",
        "mail.url",
        "invoice.pdf.cmd",
        "setup.scr",
        "x.svg",
        "x.xml"
      })
  void textUnderTheNameOfAScriptIsRefused(String name) {
    assertThat(refusal("alert(1)".getBytes(UTF_8), name)).contains("are not accepted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"app.jar", "app.apk", "macro.docm", "macro.xlsm", "page.maff"})
  void archivesThatActAreRefused(String name) {
    assertThat(refusal(zip("META-INF/MANIFEST.MF"), name)).contains("are not accepted");
  }

  @Test
  void programsPagesAndDrawingsAreRefusedWhateverTheirName() {
    assertThat(refusal(PROGRAM, "memo.pdf")).contains("type of file is not accepted");
    assertThat(refusal(hex("7f454c46020101000000000000000000"), "memo.pdf"))
        .contains("type of file is not accepted");
    assertThat(refusal("#!/bin/sh\nrm -r /\n".getBytes(UTF_8), "memo.txt"))
        .contains("type of file is not accepted");
    assertThat(refusal("<!DOCTYPE html><script>1</script>".getBytes(UTF_8), "memo.txt"))
        .contains("text/html");
    assertThat(
            refusal(
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(UTF_8),
                "map.png"))
        .contains("svg");
  }

  @Test
  void ofTwoThingsInOneTheFirstBytesDecide() {
    // a picture with an archive behind it stays a picture: it is offered as bytes to keep
    assertThat(FileKinds.of(both(PNG, zip("page.html")), "map.png").type()).isEqualTo("image/png");
    refusal(both(PNG, zip("Main.class")), "map.jar");
    refusal(both(PROGRAM, PDF), "memo.pdf");
    refusal(both("<html>".getBytes(UTF_8), PDF), "memo.pdf");
  }

  @Test
  void aNameIsMadeSafeToShowAndToKeep() {
    assertThat(FileKinds.of(PDF, "../../etc/memo\r\nX-Evil: 1.pdf").name())
        .isEqualTo("memoX-Evil_ 1.pdf");
    // shown, the override would make it read as memofdp.exe turned round
    assertThat(FileKinds.of(PDF, "memo\u202eexe.pdf").name()).isEqualTo("memoexe.pdf");
    assertThat(FileKinds.of(PDF, "a".repeat(400) + ".pdf").name()).hasSize(120).endsWith(".pdf");
    assertThat(FileKinds.of(PDF, "con.pdf").name()).isEqualTo("_con.pdf");
    assertThat(FileKinds.of(PNG, "pasted").name()).isEqualTo("pasted.png");
  }

  @Test
  void aBombOfEntitiesIsNotOpened() {
    byte[] shallow = bomb('f');
    byte[] deep = bomb('l');

    double grows =
        Growth.between(
            () -> assertThatThrownBy(() -> FileKinds.of(shallow, "a.xml")),
            () -> assertThatThrownBy(() -> FileKinds.of(deep, "a.xml")));
    assertThat(grows).isLessThan(Growth.LINEAR);
  }

  /** Each entity is ten times as long as the one before it. */
  private static byte[] bomb(char last) {
    StringBuilder bomb =
        new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"ha\">");
    for (char c = 'b'; c <= last; c++) {
      bomb.append("<!ENTITY ")
          .append(c)
          .append(" \"")
          .append(("&" + (char) (c - 1) + ";").repeat(10));
      bomb.append("\">");
    }
    return bomb.append("]><a>&" + last + ";</a>").toString().getBytes(UTF_8);
  }

  @Test
  void whatIsUnknownIsRefusedButForEncryptedFiles() {
    byte[] noise = hex("fe010c03e1f2a3b4c5d6e7f8000102030405060708090a0b0c0d0e0f");
    refusal(noise, "data.bin");
    refusal(noise, "data");
    assertThat(FileKinds.of(noise, "names.gpg").type()).isEqualTo("application/octet-stream");
  }
}
