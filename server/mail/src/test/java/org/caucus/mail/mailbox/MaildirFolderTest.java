package org.caucus.mail.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory of letters and a ZIP of it: all folders are read, and what is not is named. */
class MaildirFolderTest {
  private static final String MBOX =
      "From ada@rights.example Tue Jun 14 08:05:09 2022\nSubject: of an mbox\n\nm\n\n";

  @TempDir Path directory;

  /** What a mail server keeps of one account, with years in folders of their own. */
  private static Map<String, String> account() {
    Map<String, String> files = new TreeMap<>();
    files.put("cur/1046677509.M1.host,S=18:2,S", "Subject: one\n\n1\n");
    files.put("new/1046677510.M2.host", "Subject: two\n\n2\n");
    files.put("tmp/1046677511.M3.host", "Subject: half a let");
    files.put("cur/1046677512.M4.host:2,DS", "Subject: begun\n\n4\n");
    files.put("cur/1046677513.M5.host:2,ST", "Subject: thrown away\n\n5\n");
    files.put(".Sent/cur/1046677514.M6.host:2,S", "Subject: sent\n\n6\n");
    files.put(".Archive.2024/new/1046677515.M7.host", "Subject: of 2024\n\n7\n");
    files.put(".Brouillons/cur/1046677516.M8.host:2,S", "Subject: begun too\n\n8\n");
    files.put(".INBOX.&AMk-l&AOk-ments supprim&AOk-s/cur/1046677517.M9.host:2,", "Subject: 9\n\n");
    files.put("Projects/Code of Practice/cur/1046677518.M10.host:2,RS", "Subject: nested\n\n10\n");
    files.put("Projects/Code of Practice/tmp/1046677519.M11.host", "Subject: half");
    files.put(".Sent/dovecot.index.log", "\0\1\2");
    files.put("subscriptions", "Sent\nArchive.2024\n");
    files.put("maildirfolder", "");
    files.put("old/2003-March", MBOX);
    files.put("old/Trash.mbox", MBOX.replace("of an", "of a thrown away"));
    files.put("old/kept.eml", "Subject: alone\n\n12\n");
    files.put("old/everything.pst", "!BDN");
    files.put("old/index.html", "<html>From here</html>");
    return files;
  }

  private static final String[] READ = {
    "AS_LETTER 1046677509.M1.host,S=18:2,S one",
    "AS_LETTER 1046677510.M2.host two",
    "AS_DRAFT 1046677512.M4.host:2,DS begun",
    "AS_TRASH 1046677513.M5.host:2,ST thrown away",
    "AS_LETTER 1046677514.M6.host:2,S sent",
    "AS_LETTER 1046677515.M7.host of 2024",
    "AS_DRAFT 1046677516.M8.host:2,S begun too",
    "AS_TRASH 1046677517.M9.host:2, 9",
    "AS_LETTER 1046677518.M10.host:2,RS nested",
    "AS_LETTER 2003-March of an mbox",
    "AS_TRASH Trash.mbox of a thrown away mbox",
    "UNREAD everything.pst: a type of file that cannot be imported",
    "AS_LETTER kept.eml alone"
  };

  private Path written(Map<String, String> files) throws IOException {
    Path at = directory.resolve("Maildir");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = at.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue(), ISO_8859_1);
    }
    return at;
  }

  private static byte[] zipped(Map<String, String> files) throws IOException {
    var out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry("Maildir/" + file.getKey()));
        zip.write(file.getValue().getBytes(ISO_8859_1));
      }
    }
    return out.toByteArray();
  }

  private static List<String> read(LetterArchive box) throws IOException {
    List<String> all = new ArrayList<>();
    box.each(
        m -> {
          String name = m.place().substring(m.place().lastIndexOf('/') + 1);
          String text = m.octets() == null ? "" : new String(m.octets(), ISO_8859_1);
          all.add(
              (m.kept() + " " + name + " " + text.lines().findFirst().orElse(""))
                  .replace("Subject: ", "")
                  .strip());
        });
    return all;
  }

  @Test
  void aDirectoryAndAZipOfItAreReadAlike() throws IOException {
    Path at = written(account());
    byte[] zip = zipped(account());

    assertThat(LetterArchive.kindOf(at)).isEqualTo(LetterArchive.Kind.MAILDIR);
    assertThat(read(LetterArchive.at(at, LetterArchive.Kind.MAILDIR)))
        .containsExactlyInAnyOrder(READ);
    assertThat(
            read(LetterArchive.of(() -> new ByteArrayInputStream(zip), LetterArchive.Kind.MBOXRD)))
        .containsExactlyInAnyOrder(READ);
  }

  @Test
  void theLettersOfAllFoldersComeInTheOrderTheyWereDelivered() throws IOException {
    List<String> read = read(LetterArchive.at(written(account()), LetterArchive.Kind.MAILDIR));

    assertThat(read.subList(0, 9)).isEqualTo(Arrays.asList(READ).subList(0, 9));
  }

  @Test
  void aDirectoryOfFoldersAloneIsOneToo() throws IOException {
    Path at = written(Map.of("2024/cur/1.a.host:2,S", "Subject: x\n\n"));

    assertThat(LetterArchive.kindOf(at)).isEqualTo(LetterArchive.Kind.MAILDIR);
    assertThat(read(LetterArchive.at(at, LetterArchive.kindOf(at))))
        .containsExactly("AS_LETTER 1.a.host:2,S x");
  }

  @Test
  void linksAreNamedAndNotFollowedWhereverTheyStand() throws IOException {
    Path at = written(Map.of("cur/1.a.host:2,S", "Subject: x\n\n"));
    Path other = Files.createDirectories(directory.resolve("other/cur")).getParent();
    Files.writeString(other.resolve("cur/2.b.host:2,S"), "Subject: of somebody else\n\n");
    Files.createSymbolicLink(at.resolve(".Sent"), other);
    Files.createSymbolicLink(at.resolve("cur/3.c.host:2,S"), other.resolve("cur/2.b.host:2,S"));
    Files.createSymbolicLink(at.resolve("old.mbox"), other.resolve("cur/2.b.host:2,S"));
    Files.createSymbolicLink(at.resolve("round"), at);

    assertThat(read(LetterArchive.at(at, LetterArchive.Kind.MAILDIR)))
        .containsExactlyInAnyOrder(
            "AS_LETTER 1.a.host:2,S x",
            "UNREAD .Sent: a link, which Caucus does not follow",
            "UNREAD 3.c.host:2,S: a link, which Caucus does not follow",
            "UNREAD old.mbox: a link, which Caucus does not follow",
            "UNREAD round: a link, which Caucus does not follow");
  }

  @Test
  void foldersInFoldersEndSomewhere() throws IOException {
    Path at = written(Map.of("cur/1.a.host:2,S", "Subject: x\n\n"));
    Files.createDirectories(at.resolve("deep/".repeat(40)));

    assertThat(read(LetterArchive.at(at, LetterArchive.Kind.MAILDIR)))
        .containsExactly("AS_LETTER 1.a.host:2,S x", "UNREAD deep: deeper than 32 folders");
  }

  @Test
  void aMaildirIsItsOwnFilesWhateverTheirNames() throws IOException {
    Path box = directory.resolve("Maildir");
    Path current = Files.createDirectories(box.resolve("cur"));
    Path outside = Files.writeString(directory.resolve("key"), "not a letter");
    Files.writeString(current.resolve("1046677509.M1.host:2,S"), "Subject: seen\n\n1\n");
    Files.writeString(current.resolve("1046677510.M2.h\u00f4te:2,"), "Subject: marks\n\n2\n");
    Files.writeString(current.resolve("1046677511.M3\n.host:2,RS"), "Subject: two lines\n\n3\n");
    Files.writeString(current.resolve(".nfs0001"), "no letter");
    Files.createDirectory(current.resolve("1046677512.folder"));
    Files.createSymbolicLink(current.resolve("1046677513.M4.host:2,S"), outside);
    Files.createSymbolicLink(box.resolve("new"), directory);

    List<String> unread = new ArrayList<>();
    List<String> read = new ArrayList<>();
    LetterArchive.at(box, LetterArchive.Kind.MAILDIR)
        .each(
            m -> {
              if (m.kept() == ArchivedLetter.Kept.UNREAD) {
                unread.add(m.place());
              } else {
                read.add(new String(m.octets(), ISO_8859_1));
              }
            });
    assertThat(read)
        .containsExactly(
            "Subject: seen\n\n1\n", "Subject: marks\n\n2\n", "Subject: two lines\n\n3\n");
    assertThat(unread)
        .as("links are named, and not followed")
        .containsExactlyInAnyOrder(
            "cur/1046677513.M4.host:2,S: a link, which Caucus does not follow",
            "new: a link, which Caucus does not follow");
  }

  /** What somebody who fills a folder can put there, and what goes away while it is read. */
  @Test
  void whatCannotBeReadIsNamedAndTheRestIsRead() throws Exception {
    Path at =
        written(
            Map.of(
                "cur/1.a.host:2,S", "Subject: one\n\n",
                "cur/2.b.host:2,S", "Subject: gone\n\n",
                "cur/3.c.host:2,S", "Subject: a link by now\n\n",
                "cur/4.\u001b[31m\u202e.host:2,S", "Subject: four\n\n",
                "new/1.a.host:2,S", "Subject: the same name\n\n",
                "old/cr", MBOX.replace("\n", "\r").repeat(30)));
    Files.write(
        at.resolve("old/cut.gz"),
        Arrays.copyOf(MailboxFileTest.gzip(MBOX.getBytes(ISO_8859_1)), 40));
    Path pipe = at.resolve("cur/5.pipe.host:2,S");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    Map<String, String> read = new TreeMap<>();
    LetterArchive.at(at, LetterArchive.Kind.MAILDIR)
        .each(
            m -> {
              Files.deleteIfExists(at.resolve("cur/2.b.host:2,S"));
              Files.deleteIfExists(at.resolve("cur/3.c.host:2,S"));
              Files.createSymbolicLink(at.resolve("cur/3.c.host:2,S"), at.resolve("old/cr"));
              read.merge(m.kept().toString(), m.place(), (a, b) -> a + "\n" + b);
            });
    assertThat(read.get("AS_LETTER").lines())
        .containsExactly("cur/1.a.host:2,S", "new/1.a.host:2,S", "cur/4.\u001b[31m\u202e.host:2,S");
    assertThat(read.get("UNREAD").lines().map(l -> l.replaceAll("(: [^:]{1,22}).*", "$1")))
        .containsExactlyInAnyOrder(
            "cur/2.b.host:2,S: removed while the mail",
            "cur/3.c.host:2,S: a link, which Caucus d",
            "cur/5.pipe.host:2,S: neither a file nor a f",
            "old/cr: cannot be read to the ",
            "old/cut.gz: damaged, cut short or ");
  }

  /** A pipe or a device has no end, and nothing in it can be read a second time. */
  @Test
  void whatIsNeitherAFileNorAFolderIsNoBox() {
    for (String device : List.of("/dev/zero", "/dev/null")) {
      Path at = Path.of(device);
      assertThatThrownBy(() -> read(LetterArchive.at(at, LetterArchive.kindOf(at))))
          .hasMessageContaining("neither a file nor a folder");
    }
  }
}
