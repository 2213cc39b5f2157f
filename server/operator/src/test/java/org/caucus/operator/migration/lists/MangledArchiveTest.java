package org.caucus.operator.migration.lists;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Entry;
import org.caucus.kernel.support.Checkout;
import org.caucus.mail.mailbox.ArchivedLetter;
import org.caucus.mail.mailbox.LetterArchive;
import org.caucus.mail.mailbox.MboxWriter;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.text.HeaderFields;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Archives that went through the worst: letters with octets changed, lost, doubled and moved, with
 * identifiers that are missing, shared or name each other in circles. Each letter comes in, is with
 * those that it names, and goes out as it came.
 */
@Timeout(120)
class MangledArchiveTest {
  private static final Path SLICE = Checkout.root("../shared/corpus/archive-slice.mboxrd.gz");
  private static final int LETTERS = 60;

  /** What stands where nobody expects it. */
  private static final List<String> ODDITIES =
      List.of(
          "\0",
          "\r",
          "\n",
          "\r\n\r\n",
          "\nFrom ada@rights.example Tue Jun 14 08:05:09 2022\n",
          "\n>From here on\n",
          "\nContent-Type: multipart/mixed; boundary=\"\n",
          "\nContent-Length: 7\n",
          "\nReferences: <0@rights.example> <1@rights.example> <0@rights.example>\n",
          "\nMessage-ID: <0@rights.example>\n",
          "\nDate: Thu, 31 Dec 2099 23:59:59 +1400\n",
          "\nSubject: =?utf-8?b?8J+YgA?=\u00ff\n",
          "\nX-Long: " + "x".repeat(70_000) + "\n");

  @TempDir Path directory;

  private static byte[] letter(int i, Random random) {
    StringBuilder head = new StringBuilder("From: Ada Obi <ada@rights.example>\n");
    int kind = random.nextInt(10);
    if (kind > 0) { // some have no identifier, some that of another
      head.append("Message-ID: <").append(kind == 1 ? i / 2 : i).append("@rights.example>\n");
    }
    if (kind < 8) { // before it, after it, itself, and what is not here
      head.append(kind % 2 == 0 ? "References:" : "In-Reply-To:");
      for (int n = 0; n <= kind / 3; n++) {
        head.append(" <").append(random.nextInt(LETTERS + 10)).append("@rights.example>");
      }
      head.append("\n");
    }
    head.append("Date: Tue, 14 Jun 2022 08:")
        .append(String.format("%02d", i % 60))
        .append(":00 +0100\nSubject: No. ")
        .append(i)
        .append("\n\nSaid by ")
        .append(i)
        .append(".\nFrom then on it was said.\n");
    String text = head.toString();
    return (random.nextInt(4) == 0 ? text.replace("\n", "\r\n") : text).getBytes(ISO_8859_1);
  }

  /** The same, worse; it ends in a line feed, as an mbox must have it. */
  static byte[] mangled(byte[] letter, Random random) {
    StringBuilder text = new StringBuilder(new String(letter, ISO_8859_1));
    for (int n = random.nextInt(6); n > 0 && text.length() > 2; n--) {
      int at = random.nextInt(text.length());
      int to = Math.min(text.length(), at + random.nextInt(40));
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(at, (char) random.nextInt(256));
        case 1 -> text.delete(at, to);
        case 2 -> text.insert(at, text.substring(at, to));
        default -> text.insert(at, ODDITIES.get(random.nextInt(ODDITIES.size())));
      }
    }
    return text.append("\n").toString().getBytes(ISO_8859_1);
  }

  private static List<byte[]> distinct(List<byte[]> letters) {
    Set<String> seen = new HashSet<>();
    return letters.stream().filter(l -> seen.add(new String(l, ISO_8859_1))).toList();
  }

  private Path maildir(List<byte[]> letters) throws IOException {
    Path path = directory.resolve("in");
    try (MboxWriter writer = MboxWriter.create(path, LetterArchive.Kind.MAILDIR)) {
      for (int i = 0; i < letters.size(); i++) {
        writer.write(
            new ArchivedLetter(letters.get(i), null), Instant.ofEpochSecond(1_655_190_000L + i));
      }
    }
    return path;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void eachLetterComesInAndGoesOutAsItIs(long seed) throws IOException {
    Random random = new Random(seed);
    List<byte[]> letters = new ArrayList<>();
    for (int i = 0; i < LETTERS; i++) {
      letters.add(mangled(letter(i, random), random));
    }
    inAndOut(distinct(letters));
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7})
  void andSoDoRealOnesThatWentThroughIt(long seed) throws IOException {
    Assumptions.assumeTrue(Files.isRegularFile(SLICE), "no corpus");
    Random random = new Random(seed);
    List<byte[]> letters =
        OldList.letters(SLICE, LetterArchive.Kind.MBOXRD).stream()
            .filter(l -> l.length < 40_000 && random.nextInt(8) == 0)
            .map(l -> mangled(l, random))
            .toList();
    inAndOut(distinct(letters));
  }

  private void inAndOut(List<byte[]> letters) throws IOException {
    try (OldList old = new OldList(directory.resolve("data"))) {
      var report = old.bring(maildir(letters), LetterArchive.Kind.MAILDIR, Audience.everyone());
      assertThat(report.fates().stream().filter(ImportOutcome::isAmiss)).isEmpty();
      assertThat(report.count(ImportOutcome.What.IMPORTED)).isEqualTo(letters.size());
      assertThat(apart(old, letters)).as("not with those they name").isEmpty();

      old.write(directory.resolve("out"), LetterArchive.Kind.MAILDIR);
      assertThat(OldList.letters(directory.resolve("out"), LetterArchive.Kind.MAILDIR))
          .usingElementComparator(Arrays::compare)
          .containsExactlyInAnyOrderElementsOf(letters);
      Path mbox = directory.resolve("out.mbox");
      old.write(mbox, LetterArchive.Kind.MBOXRD);
      assertThat(OldList.letters(mbox, LetterArchive.Kind.MBOXRD))
          .usingElementComparator(Arrays::compare)
          .containsExactlyInAnyOrderElementsOf(letters);

      var again = old.bring(mbox, LetterArchive.Kind.MBOXRD, Audience.everyone());
      assertThat(again.count(ImportOutcome.What.HERE_ALREADY)).isEqualTo(letters.size());
      assertThat(again.threads()).isZero();
    }
  }

  /** Letters whose thread is not that of one that they name and that is here. */
  private static List<String> apart(OldList old, List<byte[]> letters) {
    Map<String, Set<String>> threads = new HashMap<>();
    for (Entry e : old.state().entries().byId().values()) {
      String id = String.valueOf(e.letter().messageId());
      threads.computeIfAbsent(id, k -> new HashSet<>()).add(e.parent().id());
    }
    List<String> apart = new ArrayList<>();
    for (byte[] octets : letters) {
      RawLetter letter = RawLetter.of(octets);
      String id = letter.value("Message-ID").flatMap(HeaderFields::firstId).orElse("");
      List<String> named = HeaderFields.ids(letter.values("References"));
      if (threads.containsKey(id) && !named.isEmpty()) {
        named.stream()
            .filter(threads::containsKey)
            .filter(other -> !threads.get(other).equals(threads.get(id)))
            .forEach(other -> apart.add(id + " names " + other));
      }
    }
    return apart;
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void aFileThatWasDamagedIsReadToItsEnd(long seed) throws IOException {
    Random random = new Random(seed);
    Path whole = directory.resolve("whole.mbox");
    try (MboxWriter writer = MboxWriter.create(whole, LetterArchive.Kind.MBOXRD)) {
      for (int i = 0; i < LETTERS; i++) {
        writer.write(
            new ArchivedLetter(letter(i, random), null), Instant.ofEpochSecond(1_655_190_000L + i));
      }
    }
    byte[] file = Files.readAllBytes(whole);
    for (int n = 0; n < 8; n++) {
      file = mangled(file, random);
    }
    Path torn = Files.write(directory.resolve("torn.mbox"), file);
    List<byte[]> letters = distinct(OldList.letters(torn, LetterArchive.Kind.MBOXRD));
    try (OldList old = new OldList(directory.resolve("data"))) {
      var report = old.bring(torn, LetterArchive.Kind.MBOXRD, Audience.everyone());
      assertThat(report.fates().stream().filter(ImportOutcome::isAmiss)).isEmpty();
      Path out = directory.resolve("out.mbox");
      old.write(out, LetterArchive.Kind.MBOXRD);
      assertThat(OldList.letters(out, LetterArchive.Kind.MBOXRD))
          .usingElementComparator(Arrays::compare)
          .containsExactlyInAnyOrderElementsOf(letters);
    }
  }
}
