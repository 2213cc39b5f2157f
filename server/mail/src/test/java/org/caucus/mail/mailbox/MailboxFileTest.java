package org.caucus.mail.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** One file, as people have their archives: packed, of many files, or a history. */
class MailboxFileTest {
  private static final String MARCH =
      """
      From ada at rights.example  Mon Mar  3 08:05:09 2003
      From: ada at rights.example (Ada)

      1

      """;
  private static final String APRIL =
      "From bola at press.example  Tue Apr  1 08:05:09 2003\nFrom: bola at press.example\n\n2\n\n";

  private static List<String> read(byte[] file) throws IOException {
    List<String> letters = new ArrayList<>();
    LetterArchive box =
        LetterArchive.of(() -> new ByteArrayInputStream(file), LetterArchive.Kind.MBOXRD);
    box.each(m -> letters.add(shown(m)));
    List<String> again = new ArrayList<>();
    box.each(m -> again.add(shown(m)));
    assertThat(again).isEqualTo(letters);
    return letters;
  }

  private static String shown(ArchivedLetter m) {
    return m.octets() == null ? "(" + m.place() + ")" : text(m.octets());
  }

  private static String text(byte[] octets) {
    return new String(octets, ISO_8859_1);
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(out)) {
      packed.write(bytes);
    }
    return out.toByteArray();
  }

  /** Names and contents in turn. */
  private static byte[] zip(Object... files) throws IOException {
    var out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < files.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) files[i]));
        zip.write(files[i + 1] instanceof byte[] b ? b : ((String) files[i + 1]).getBytes(UTF_8));
      }
    }
    return out.toByteArray();
  }

  @Test
  void aZipOfPipermailsMonthsPackedOrNotIsOneBox() throws IOException {
    byte[] file =
        zip(
            "cop/2003-March.txt.gz",
            gzip(MARCH.getBytes(UTF_8)),
            "cop/2003-April.txt",
            APRIL,
            "cop/index.html",
            "<html>From here</html>",
            "__MACOSX/cop/._2003-April.txt",
            "From nobody Tue Apr  1 08:05:09 2003\n\n\n");

    assertThat(read(file))
        .containsExactly(
            "From: ada at rights.example (Ada)\n\n1\n", "From: bola at press.example\n\n2\n");
  }

  @Test
  void whatIsPackedTwiceIsRefusedSinceSomeUnpackToThemselvesWithoutAnEnd() throws IOException {
    byte[] twice = gzip(gzip(MARCH.getBytes(UTF_8)));

    assertThatThrownBy(() -> read(twice)).hasMessageContaining("compressed twice");
  }

  @Test
  void aZipOfAMaildirHasALetterInEachFile() throws IOException {
    byte[] file =
        zip(
            "Maildir/cur/1046677509.M1.host:2,S", "Subject: one\n\nFrom the agency: nothing.\n",
            "Maildir/new/1046677510.M2.host", "Subject: two\r\n\r\n2",
            "Maildir/tmp/1046677511.M3.host", "Subject: half a let",
            "Maildir/dovecot.index.log", "\0\1\2",
            "Maildir/.Sent/cur/1046677512.M4.host:2,S", "Subject: four\n\n4\n",
            "one/more.EML", "Subject: five\n\n5\n");

    assertThat(read(file))
        .containsExactly(
            "Subject: one\n\nFrom the agency: nothing.\n",
            "Subject: two\r\n\r\n2",
            "Subject: four\n\n4\n",
            "Subject: five\n\n5\n");
  }

  @Test
  void aHistoryIsReadLessWhatWasTakenAway() throws IOException {
    String history =
        """
        blob
        mark :1
        data 16
        Subject: one

        1
        reset refs/heads/master
        commit refs/heads/master
        mark :2
        author A <a@x.example> 1046677509 +0000
        committer A <a@x.example> 1046677509 +0000
        data 4
        one
        M 100644 :1 m

        blob
        mark :3
        data 17
        Subject: gone

        2
        commit refs/heads/master
        mark :4
        committer A <a@x.example> 1046677509 +0000
        data 27
        blob
        mark :9
        data 3
        two
        from :2
        M 100644 :3 m

        commit refs/heads/master
        mark :5
        committer A <a@x.example> 1046677509 +0000
        data 3
        rm
        from :4
        D m
        M 100644 :3 d

        blob
        mark :6
        data 19
        Subject: three

        3

        commit refs/heads/master
        mark :7
        committer A <a@x.example> 1046677509 +0000
        data 2
        3
        from :5
        D d
        M 100644 :6 m

        """;

    String one = "Subject: one\n\n1\n";
    assertThat(read(history.getBytes(UTF_8))).containsExactly(one, "Subject: three\n\n3\n\n");
    assertThat(read(gzip(history.getBytes(UTF_8)))).hasSize(2);
    String named = history.replaceAll("(blob\nmark :\\d)", "$1\noriginal-oid " + "a".repeat(40));
    assertThat(read(named.getBytes(UTF_8))).as("with ids of git").hasSize(2);
    String less = history.replaceFirst("(?s)blob\nmark :1\n.*?(?=reset)", "");
    assertThat(read(less.getBytes(UTF_8)))
        .as("a part of a history")
        .containsExactly("Subject: three\n\n3\n\n", "(1 emails are listed without their content)");
    for (String place :
        List.of("M 100644 :3 m", "mark :3", "D m", "M 100644 :3 d", "commit", "\n3\n\n")) {
      String cut = history.substring(0, history.lastIndexOf(place));
      assertThat(read(cut.getBytes(UTF_8)))
          .as("cut before %s", place)
          .startsWith(one)
          .endsWith("(" + EachFile.DAMAGED + ")");
    }
  }

  @Test
  void whatIsNoBoxSaysSo() throws IOException {
    assertThatThrownBy(() -> read("%PDF-1.7\n".getBytes(UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a mailbox file");
    assertThatThrownBy(() -> read("<html>".getBytes(UTF_8)))
        .hasMessageContaining("not a mailbox file");
    assertThat(read(zip("notes.txt", "nothing"))).isEmpty();
  }

  @Test
  void ofAFileThatWasCutShortIsReadWhatIsThereAndTheRestIsSaid() throws IOException {
    byte[] whole = gzip(MARCH.repeat(50).getBytes(UTF_8));
    byte[] zipped = zip("a.mbox", MARCH, "b.mbox.gz", Arrays.copyOf(whole, 40), "c.mbox", APRIL);
    String said = "(" + EachFile.DAMAGED + ")";

    assertThat(read(Arrays.copyOf(whole, whole.length - 12))).hasSizeBetween(2, 50).endsWith(said);
    assertThat(read(Arrays.copyOf(zipped, 60)))
        .containsExactly("(a.mbox: " + said.substring(1), said);
    assertThat(read(zipped)).hasSize(3).element(1).isEqualTo("(b.mbox.gz: " + said.substring(1));
    for (int less : new int[] {1, 22, 100, 150, zipped.length / 2}) {
      assertThat(read(Arrays.copyOf(zipped, zipped.length - less)))
          .as("less %d", less)
          .endsWith(said);
    }
  }

  @Test
  void namesInAZipMayBeOfAnySystem() throws IOException {
    var out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, ISO_8859_1)) {
      zip.putNextEntry(new ZipEntry("Envoy\u00e9s/cur/1.a.host:2,S"));
      zip.write("Subject: sent\n\n".getBytes(UTF_8));
      zip.putNextEntry(
          new ZipEntry(text("\u00c9l\u00e9ments supprim\u00e9s/cur/2.b.host:2,S".getBytes(UTF_8))));
      zip.write("Subject: thrown away\n\n".getBytes(UTF_8));
    }
    List<String> kept = new ArrayList<>();
    LetterArchive.of(() -> new ByteArrayInputStream(out.toByteArray()), LetterArchive.Kind.MBOXRD)
        .each(m -> kept.add(m.kept() + " " + m.place()));

    assertThat(kept)
        .containsExactly(
            "AS_LETTER Envoy\u00e9s/cur/1.a.host:2,S",
            "AS_TRASH \u00c9l\u00e9ments supprim\u00e9s/cur/2.b.host:2,S");
  }

  @Test
  void whatUnpacksWithoutEndIsStopped() {
    long[] left = {10};
    var in = new BoundedDecompression(new ByteArrayInputStream(new byte[100]), left);

    assertThatThrownBy(in::readAllBytes)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("larger than 4 GB");
  }
}
