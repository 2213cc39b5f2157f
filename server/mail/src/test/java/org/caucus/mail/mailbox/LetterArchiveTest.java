package org.caucus.mail.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters go into boxes and come out as the same octets. */
class LetterArchiveTest {
  private static final Instant AT = Instant.parse("2022-06-14T08:05:09Z");

  @TempDir Path directory;

  private List<String> read(String name, String content, LetterArchive.Kind kind)
      throws IOException {
    Path file = directory.resolve(name);
    Files.writeString(file, content, ISO_8859_1);
    return read(file, kind);
  }

  private static List<String> read(Path path, LetterArchive.Kind kind) throws IOException {
    List<String> letters = new ArrayList<>();
    LetterArchive.at(path, kind)
        .each(m -> letters.add(m.octets() == null ? "(large)" : text(m.octets())));
    return letters;
  }

  private static String text(byte[] octets) {
    return new String(octets, ISO_8859_1);
  }

  /** Two letters, with lines that look as if another began. */
  static final String TWO =
      """
      From ada@rights.example Tue Jun 14 08:05:09 2022
      From: ada@rights.example
      Subject: Draft

      First.
      >From the agency we heard nothing.
      >>From there on, quoted.

      From the window one sees the ministry.

      From bola@press.example Tue Jun 14 09:00:00 2022
      From: bola@press.example

      Second.

      """;

  @Test
  void anMboxrdLosesOneMarkOfEachLine() throws IOException {
    assertThat(read("two.mbox", TWO, LetterArchive.Kind.MBOXRD))
        .containsExactly(
            """
            From: ada@rights.example
            Subject: Draft

            First.
            From the agency we heard nothing.
            >From there on, quoted.

            From the window one sees the ministry.
            """,
            "From: bola@press.example\n\nSecond.\n");
  }

  @Test
  void anMboxoLosesOnlyTheMarkItsWritersPut() throws IOException {
    assertThat(read("two.mbox", TWO, LetterArchive.Kind.MBOXO).getFirst())
        .contains("\nFrom the agency", "\n>>From there on");
  }

  @Test
  void theArchiveOfAWebPageIsAnMboxToo() throws IOException {
    String page =
        """
        From ada at rights.example  Tue Jun 14 08:05:09 2022
        From: ada at rights.example (Ada Obi)
        Date: Tue, 14 Jun 2022 08:05:09 +0100
        Subject: [cop] Draft

        First.

        From bola at press.example  Tue Jun 14 09:00:00 2022
        From: bola at press.example
        Subject: [cop] Draft

        Second.
        """;

    assertThat(read("2022-June.txt", page, LetterArchive.Kind.MBOXRD))
        .hasSize(2)
        .last()
        .isEqualTo("From: bola at press.example\nSubject: [cop] Draft\n\nSecond.\n");
  }

  @Test
  void linesThatEndInCrLfPartLettersToo() throws IOException {
    assertThat(read("dos.mbox", TWO.replace("\n", "\r\n"), LetterArchive.Kind.MBOXRD))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("From: ada@rights.example\r\n")
        .endsWith("ministry.\r\n");
  }

  @Test
  void linesThatEndInACarriageReturnAloneAreNoOneLetter() {
    assertThatThrownBy(() -> read("mac.mbox", TWO.replace('\n', '\r'), LetterArchive.Kind.MBOXRD))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("carriage return only");
  }

  @Test
  void oddFilesAreReadWithoutComplaint() throws IOException {
    assertThat(read("empty", "", LetterArchive.Kind.MBOXRD)).isEmpty();
    assertThat(read("bare", "Subject: one\n\nwords", LetterArchive.Kind.MBOXRD))
        .containsExactly("Subject: one\n\nwords");
    assertThat(
            read(
                "only",
                "From ada@rights.example Tue Jun 14 08:05:09 2022\n",
                LetterArchive.Kind.MBOXRD))
        .containsExactly("");
    assertThat(read("nul", "From a@b.example\nX: \0\u00ff\n\n\0\n\n", LetterArchive.Kind.MBOXRD))
        .containsExactly("X: \0\u00ff\n\n\0\n");
  }

  private static final String SECOND =
      "From bola@press.example Tue Jun 14 09:00:00 2022\nSubject: two\n\n2\n";

  private static String measured(String body, int off) {
    return "From ada@rights.example Tue Jun 14 08:05:09 2022\nSubject: one\nContent-Length: "
        + (body.length() + off)
        + "\n\n"
        + body;
  }

  @Test
  void aLengthThatIsRightPartsLettersWhateverStandsInThem() throws IOException {
    String own =
        "Forwarded:\n\nFrom ada@rights.example Mon Jun 13 08:05:09 2022\nSubject: x\n\n>From y\n";
    assertThat(read("cl2", measured(own, 0) + "\n" + SECOND, LetterArchive.Kind.MBOXRD))
        .as("mboxcl2: nothing in it is marked")
        .hasSize(2)
        .first()
        .asString()
        .endsWith("\n\n" + own);
    assertThat(
            read("cl", measured("Said:\n>From y\n", 0) + "\n" + SECOND, LetterArchive.Kind.MBOXRD))
        .as("mboxcl: marked all the same")
        .hasSize(2)
        .first()
        .asString()
        .endsWith("\n\nSaid:\nFrom y\n");
    assertThat(read("last", measured(own, 0), LetterArchive.Kind.MBOXRD)).hasSize(1);
  }

  @Test
  void aLengthThatIsWrongIsNotBelieved() throws IOException {
    for (int off : new int[] {-3, 2, 50, 100_000_000}) {
      String file = measured("Words.\n", off) + "\n" + SECOND + "\n" + SECOND;
      assertThat(read("wrong" + off, file, LetterArchive.Kind.MBOXRD))
          .as("off by %d", off)
          .hasSize(3)
          .first()
          .asString()
          .endsWith("Words.\n");
    }
    String many = (measured("Words.\n", 7_000) + "\n").repeat(2_000);
    assertThat(read("many", many, LetterArchive.Kind.MBOXRD)).hasSize(2_000);
  }

  @Test
  void octetsOfAnyKindStayAsTheyAre() throws IOException {
    String body = "caf\u00e9 \u00a4 \r bare \r\r\n no end";
    assertThat(
            read(
                "8bit",
                TWO + "From c@x.example Tue Jun 14 09:00:00 2022\nX: \u00ff\n\n" + body,
                LetterArchive.Kind.MBOXRD))
        .hasSize(3)
        .last()
        .isEqualTo("X: \u00ff\n\n" + body);
  }

  @Test
  void aPackedFileIsUnpackedAsItIsRead() throws IOException {
    Path file = directory.resolve("two.mbox.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(TWO.getBytes(ISO_8859_1));
    }

    assertThat(read(file, LetterArchive.Kind.MBOXRD)).hasSize(2);
  }

  /** Any octets, among them what an mbox is built of. */
  private static List<byte[]> letters(int seed) {
    Random random = new Random(seed);
    String[] pieces = {
      "From ",
      ">From ",
      ">>From x\n",
      "\n",
      "\n\n",
      "\r\n",
      "words",
      "\0",
      "é",
      "From: a@b.example\n",
      "From ada@rights.example Tue Jun 14 08:05:09 2022\n",
      "Subject: x\n",
      "> > quote\n",
      ">"
    };
    List<byte[]> letters = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      StringBuilder letter = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        letter.append(pieces[random.nextInt(pieces.length)]);
      }
      letters.add((letter + (letter.isEmpty() ? "" : "\n")).getBytes(UTF_8));
    }
    return letters;
  }

  @Test
  void whatIsWrittenIsReadAgainOctetByOctet() throws IOException {
    for (int seed = 0; seed < 300; seed++) {
      Path mbox = directory.resolve("mbox" + seed);
      Path maildir = directory.resolve("maildir" + seed);
      List<byte[]> letters = letters(seed);
      write(mbox, LetterArchive.Kind.MBOXRD, letters);
      if (seed < 20) {
        write(maildir, LetterArchive.Kind.MAILDIR, letters);
        assertThat(read(maildir, LetterArchive.Kind.MAILDIR))
            .containsExactlyElementsOf(letters.stream().map(LetterArchiveTest::text).toList());
      }

      assertThat(read(mbox, LetterArchive.Kind.MBOXRD))
          .as("seed %d", seed)
          .containsExactlyElementsOf(letters.stream().map(LetterArchiveTest::text).toList());
    }
  }

  private static void write(Path path, LetterArchive.Kind kind, List<byte[]> letters)
      throws IOException {
    try (MboxWriter writer = MboxWriter.create(path, kind)) {
      for (byte[] letter : letters) {
        writer.write(new ArchivedLetter(letter, null), AT);
      }
      assertThat(writer.unfaithful()).isZero();
    }
  }

  @Test
  void whatAnMboxCannotSayIsCounted() throws IOException {
    try (MboxWriter writer = MboxWriter.create(directory.resolve("m"), LetterArchive.Kind.MBOXRD)) {
      writer.write(new ArchivedLetter("Subject: x\n\nno end".getBytes(UTF_8), null), AT);
      assertThat(writer.unfaithful()).isOne();
    }
    assertThatThrownBy(() -> MboxWriter.create(directory.resolve("m"), LetterArchive.Kind.MBOXRD))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("m"))))
        .isEqualTo("rw-------");
  }

  private static String git(Path repository, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
    command.addAll(List.of("-c", "user.name=inbox", "-c", "user.email=inbox@lists.example"));
    command.addAll(List.of(words));
    Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(git.getInputStream().readAllBytes(), UTF_8);
    assertThat(git.waitFor()).as(said).isZero();
    return said;
  }

  @Test
  void aPublicInboxIsReadCommitByCommitLessWhatWasTakenAway() throws Exception {
    Path one = Files.createDirectories(directory.resolve("inbox/git/0.git"));
    Path two = Files.createDirectories(directory.resolve("inbox/git/1.git"));
    for (Path epoch : List.of(one, two)) {
      git(epoch, "init", "-q");
    }
    add(one, "m", "Subject: gone later\n\n0\n");
    add(one, "m", "Subject: one\n\n1\n");
    add(one, "m", "Subject: gone\n\n2\n");
    add(one, "m", "Subject: three\n\n3");
    Files.delete(one.resolve("m"));
    add(one, "d", "Subject: gone\n\n2\n");
    add(two, "m", "Subject: four\n\n4\n");
    Files.delete(two.resolve("m"));
    add(two, "d", "Subject: gone later\n\n0\n"); // the newest epoch says what of all is gone
    for (Path epoch : List.of(one, two)) { // as a bare one lies on disk
      Path moved = epoch.resolveSibling("work-" + epoch.getFileName());
      Files.move(epoch, moved);
      Files.move(moved.resolve(".git"), epoch);
    }

    Path inbox = directory.resolve("inbox");
    assertThat(LetterArchive.kindOf(inbox)).isEqualTo(LetterArchive.Kind.PUBLIC_INBOX);
    assertThat(read(inbox, LetterArchive.Kind.PUBLIC_INBOX))
        .containsExactly("Subject: one\n\n1\n", "Subject: three\n\n3", "Subject: four\n\n4\n");
  }

  /** Settings of a repository name programs; here they would leave a mark. */
  @Test
  void noProgramIsRunThatARepositoryNames() throws Exception {
    Path inbox = Files.createDirectories(directory.resolve("v2"));
    git(inbox, "init", "-q");
    add(inbox, "m", "Subject: one\n\n1\n");
    Path object =
        Files.writeString(
            directory.resolve("commit"), signed(git(inbox, "cat-file", "commit", "HEAD")));
    String commit = git(inbox, "hash-object", "-t", "commit", "-w", object.toString()).strip();
    git(inbox, "update-ref", "HEAD", commit);
    Path mark = directory.resolve("mark");
    Path program =
        Files.writeString(directory.resolve("program"), "#!/bin/sh\ntouch " + mark + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    git(inbox, "config", "log.showSignature", "true");
    git(inbox, "config", "gpg.program", program.toString());
    git(inbox, "config", "core.repositoryformatversion", "1");
    git(inbox, "config", "extensions.partialClone", "origin");
    git(inbox, "config", "remote.origin.promisor", "true");
    git(inbox, "config", "remote.origin.url", directory.toString());
    git(inbox, "config", "remote.origin.uploadpack", program.toString());

    assertThat(read(inbox, LetterArchive.Kind.PUBLIC_INBOX)).containsExactly("Subject: one\n\n1\n");
    String letter = git(inbox, "rev-parse", "HEAD:m").strip();
    Files.delete(
        inbox.resolve(".git/objects/" + letter.substring(0, 2) + "/" + letter.substring(2)));
    assertThatThrownBy(() -> read(inbox, LetterArchive.Kind.PUBLIC_INBOX))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("git has no letter");
    assertThat(mark).doesNotExist();
  }

  private static String signed(String commit) {
    String signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----";
    return commit.replaceFirst("\n\n", "\n" + signature + "\n\n");
  }

  private static void add(Path repository, String name, String content) throws Exception {
    Files.writeString(repository.resolve(name), content);
    git(repository, "add", "-A");
    git(repository, "commit", "-q", "-m", "letter");
  }

  @Test
  void theFirstKindOfPublicInboxHasAFileForEach() throws Exception {
    Path inbox = Files.createDirectories(directory.resolve("v1"));
    git(inbox, "init", "-q");
    Path folder = Files.createDirectories(inbox.resolve("0a"));
    String name = "b".repeat(38);
    Files.writeString(folder.resolve(name), "Subject: gone\n\n1\n");
    add(inbox, "0a/" + "c".repeat(38), "Subject: kept\n\n2\n");
    Files.delete(folder.resolve(name));
    git(inbox, "add", "-A");
    git(inbox, "commit", "-q", "-m", "rm");

    assertThat(read(inbox, LetterArchive.Kind.PUBLIC_INBOX))
        .containsExactly("Subject: kept\n\n2\n");
  }

  @Test
  void whatIsNoPublicInboxIsSaid() {
    assertThatThrownBy(() -> read(directory, LetterArchive.Kind.PUBLIC_INBOX))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a public-inbox");
  }
}
