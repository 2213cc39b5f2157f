package org.caucus.operator.migration.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.caucus.coalition.access.Audience;
import org.caucus.kernel.support.Checkout;
import org.caucus.mail.mailbox.LetterArchive;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.text.HeaderFields;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real list's letters with all their defects: in, and out again, and threaded without loss. */
class ArchiveCorpusTest {
  private static final Path SLICE = Checkout.root("../shared/corpus/archive-slice.mboxrd.gz");

  @TempDir Path directory;

  @Test
  void everyLetterIsTakenKeptAndThreaded() throws IOException {
    if (!Files.isRegularFile(SLICE)) {
      System.out.println("ArchiveCorpusTest: skipped, no corpus at " + SLICE);
      Assumptions.abort("no corpus");
    }
    try (OldList old = new OldList(directory.resolve("data"))) {
      ListArchiveImport.Report report =
          old.bring(SLICE, LetterArchive.Kind.MBOXRD, Audience.everyone());
      Path mbox = directory.resolve("out.mbox");
      Path maildir = directory.resolve("out");
      old.write(mbox, LetterArchive.Kind.MBOXRD);
      old.write(maildir, LetterArchive.Kind.MAILDIR);
      List<byte[]> letters = OldList.letters(SLICE, LetterArchive.Kind.MBOXRD);
      int lost = lost(old.state(), letters);
      System.out.printf(
          "Archive slice: %d letters, %d taken, %d refused, %d other octets stored, %d threads,"
              + " %d parents lost, %.0f letters/s%n",
          letters.size(),
          report.count(ImportOutcome.What.IMPORTED),
          report.count(ImportOutcome.What.REFUSED),
          report.count(ImportOutcome.What.DIFFERENT),
          report.threads(),
          lost,
          1000.0 * letters.size() / report.importMillis());

      assertThat(report.count(ImportOutcome.What.IMPORTED)).isEqualTo(letters.size());
      assertThat(lost).isZero();
      try (var in = new GZIPInputStream(Files.newInputStream(SLICE))) {
        assertThat(Files.readAllBytes(mbox)).as("the whole file").isEqualTo(in.readAllBytes());
      }
      assertThat(OldList.letters(maildir, LetterArchive.Kind.MAILDIR))
          .usingElementComparator(java.util.Arrays::compare)
          .containsExactlyInAnyOrderElementsOf(letters);

      var again = old.bring(SLICE, LetterArchive.Kind.MBOXRD, Audience.everyone());
      assertThat(again.count(ImportOutcome.What.HERE_ALREADY)).isEqualTo(letters.size());
      assertThat(again.threads()).isZero();
    }
  }

  /** Letters that are not in the thread of one that they name and that is here. */
  private static int lost(Workspace state, List<byte[]> letters) {
    Map<String, Set<String>> threads = new HashMap<>();
    state
        .entries()
        .byId()
        .values()
        .forEach(
            e ->
                threads
                    .computeIfAbsent(String.valueOf(e.letter().messageId()), id -> new HashSet<>())
                    .add(e.parent().id()));
    int lost = 0;
    for (byte[] letter : letters) {
      RawLetter raw = RawLetter.of(letter);
      List<String> named = new ArrayList<>(HeaderFields.ids(raw.values("References")));
      if (named.isEmpty()) {
        raw.value("In-Reply-To").flatMap(HeaderFields::firstId).ifPresent(named::add);
      }
      String id = raw.value("Message-ID").flatMap(HeaderFields::firstId).orElse("null");
      Set<String> own = threads.getOrDefault(id, Set.of());
      boolean together =
          named.stream().filter(threads::containsKey).allMatch(n -> threads.get(n).equals(own));
      lost += together && own.size() == 1 ? 0 : 1;
    }
    return lost;
  }
}
