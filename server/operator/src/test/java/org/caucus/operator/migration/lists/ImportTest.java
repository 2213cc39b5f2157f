package org.caucus.operator.migration.lists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.ThreadCommand;
import org.caucus.coalition.lists.imports.ImportCommand;
import org.caucus.coalition.lists.subscriptions.ListPrivacy;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.mail.mailbox.ArchivedLetter;
import org.caucus.mail.mailbox.LetterArchive;
import org.caucus.mail.mailbox.MboxWriter;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.workspace.Parties;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives are brought in: in parts, again, cut short, out of order. */
@Tag("slow")
class ImportTest {
  @TempDir Path directory;

  private static String letter(int n, String leads, String words) {
    return "From: Ada Obi <ada@rights.example>\nMessage-ID: <"
        + n
        + "@rights.example>\nDate: Tue, 14 Jun 2022 08:05:"
        + String.format("%02d", n % 60)
        + " +0000\nSubject: Draft "
        + n
        + "\n"
        + (leads.isEmpty() ? "" : "References: " + leads + "\n")
        + "\n"
        + words
        + "\n";
  }

  private Path box(String name, String... letters) throws IOException {
    Path path = directory.resolve(name);
    try (MboxWriter writer = MboxWriter.create(path, LetterArchive.Kind.MBOXRD)) {
      for (String letter : letters) {
        writer.write(new ArchivedLetter(letter.getBytes(UTF_8), null), Instant.EPOCH);
      }
    }
    return path;
  }

  private static Set<String> threads(OldList old) {
    Set<String> threads = new HashSet<>();
    old.state().entries().byId().values().forEach(e -> threads.add(e.parent().id()));
    return threads;
  }

  @Test
  void aLaterPartGoesOnWithTheThreadsOfTheEarlier() throws IOException {
    try (OldList old = new OldList(directory.resolve("data"))) {
      Path first =
          box("2021", letter(2, "<1@rights.example>", "an answer"), letter(5, "", "other"));
      Path second =
          box(
              "2022",
              letter(1, "", "what was answered"),
              letter(3, "<1@rights.example> <2@rights.example>", "another"),
              letter(4, "<missing@x> <1@rights.example>", "and one more"));
      old.bring(first, LetterArchive.Kind.MBOXRD, Audience.everyone());
      assertThat(threads(old)).hasSize(2);

      var report = old.bring(second, LetterArchive.Kind.MBOXRD, Audience.everyone());

      assertThat(report.threads()).isZero();
      assertThat(threads(old)).hasSize(2);
      Entry third = old.state().entries().byMessageId("3@rights.example").orElseThrow();
      Entry second2 = old.state().entries().byMessageId("2@rights.example").orElseThrow();
      assertThat(third.answers()).isEqualTo(second2.id());
      assertThat(third.via()).isEqualTo(Channel.ARCHIVE);
      assertThat(third.letter().from()).isEqualTo("Ada Obi <ada@rights.example>");
      assertThat(third.at()).isEqualTo(Instant.parse("2022-06-14T08:05:03Z"));
    }
  }

  /** Somebody's own copies of posts, as their mail program kept them. */
  @Test
  void ownTicketsInAnArchiveAreNotShown() throws IOException {
    String ticket = "code+b.r3yvncnwf26w255no54tbbyywu@";
    try (OldList old = new OldList(directory.resolve("data"))) {
      Path box = box("own", letter(1, "", "to " + ticket + "lists.example wrote:"));

      old.bring(box, LetterArchive.Kind.MBOXRD, Audience.everyone());

      Entry entry = old.state().entries().byMessageId("1@rights.example").orElseThrow();
      assertThat(entry.text()).contains("to code+b.removed-0@lists.example wrote:");
    }
  }

  @Test
  void whatWasCutShortIsBegunAgainAndGoesOn() throws IOException {
    List<String> letters = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 1_000; i++) {
      int up = random.nextInt(i + 1);
      letters.add(letter(i, up == i ? "" : "<" + up + "@rights.example>", "x".repeat(4_000)));
    }
    Path box = box("box", letters.toArray(String[]::new));
    int whole;
    try (OldList old = new OldList(directory.resolve("whole"))) {
      whole = old.bring(box, LetterArchive.Kind.MBOXRD, Audience.everyone()).threads();
    }
    for (int killedAt : List.of(0, 1, 2, 4, 7)) {
      Path data = directory.resolve("killed" + killedAt);
      try (OldList old = new OldList(data)) {
        assertThatThrownBy(
                () ->
                    old.bring(
                        old.dyingAfter(killedAt),
                        box,
                        LetterArchive.Kind.MBOXRD,
                        Audience.everyone()))
            .hasMessageContaining("killed");
      }
      try (OldList old = new OldList(data)) {
        int here = old.state().entries().byId().size();
        var report = old.bring(box, LetterArchive.Kind.MBOXRD, Audience.everyone());
        assertThat(report.count(ImportOutcome.What.HERE_ALREADY)).isEqualTo(here);
        assertThat(report.count(ImportOutcome.What.IMPORTED)).isEqualTo(letters.size() - here);
        assertThat(old.state().entries().byId()).hasSize(letters.size());
        assertThat(threads(old)).hasSize(whole);
        Path out = directory.resolve("out" + killedAt);
        old.write(out, LetterArchive.Kind.MBOXRD);
        assertThat(Files.mismatch(box, out)).isEqualTo(-1);
      }
    }
  }

  @Test
  void repeatedAndAlikeLettersAreTold() throws IOException {
    try (OldList old = new OldList(directory.resolve("data"))) {
      String one = letter(1, "", "words");
      String other = letter(1, "", "other words under the same identifier");
      var report =
          old.bring(
              box("box", one, one, other, one), LetterArchive.Kind.MBOXRD, Audience.everyone());

      assertThat(report.fates().stream().map(ImportOutcome::what))
          .containsExactly(
              ImportOutcome.What.IMPORTED,
              ImportOutcome.What.REPEATED,
              ImportOutcome.What.IMPORTED,
              ImportOutcome.What.REPEATED);
      assertThat(threads(old)).hasSize(1);
    }
  }

  /** What was split and merged stands so in an archive, though its letters name each other. */
  @Test
  void splitAndMergedThreadsStayAsTheyAre() throws IOException {
    try (OldList old = new OldList(directory.resolve("data"));
        OldList elsewhere = new OldList(directory.resolve("elsewhere"))) {
      old.bring(
          box(
              "before",
              letter(1, "", "asked"),
              letter(2, "<1@rights.example>", "answered"),
              letter(3, "<1@rights.example> <2@rights.example>", "and the fees?"),
              letter(4, "", "asked again"),
              letter(5, "<4@rights.example>", "answered again"),
              letter(6, "", "alone")),
          LetterArchive.Kind.MBOXRD,
          Audience.everyone());
      arrange(
          old, new ThreadCommand.SplitThread(thread(old, 1), entry(old, 3).id(), "Fees · Frais"));
      arrange(old, new ThreadCommand.MergeThread(thread(old, 4), thread(old, 1)));

      Path box = directory.resolve("after");
      old.write(box, LetterArchive.Kind.MBOXRD);
      var report = elsewhere.bring(box, LetterArchive.Kind.MBOXRD, Audience.everyone());

      assertThat(report.count(ImportOutcome.What.DIFFERENT)).isZero();
      for (OldList each : List.of(old, elsewhere)) {
        assertThat(thread(each, 1))
            .isEqualTo(thread(each, 2))
            .isEqualTo(thread(each, 4))
            .isEqualTo(thread(each, 5))
            .isNotEqualTo(thread(each, 3))
            .isNotEqualTo(thread(each, 6));
        assertThat(thread(each, 3)).isNotEqualTo(thread(each, 6));
        assertThat(each.state().lists().thread(thread(each, 3)).orElseThrow().subject())
            .isEqualTo("Fees · Frais");
      }
      assertThat(entry(elsewhere, 5).answers()).isEqualTo(entry(elsewhere, 4).id());
      // the mark is no part of the letter, nor does it make another of it here
      assertThat(old.bring(box, LetterArchive.Kind.MBOXRD, Audience.everyone()).ends())
          .containsOnlyKeys(ImportOutcome.What.HERE_ALREADY);
      assertThat(Files.readString(box))
          .contains("X-Caucus-Thread: <" + thread(old, 3))
          .containsOnlyOnce("Message-ID: <6@rights.example>");
      assertThat(OldList.letters(box, LetterArchive.Kind.MBOXRD))
          .filteredOn(octets -> new String(octets, UTF_8).contains("<6@rights.example>"))
          .allSatisfy(
              octets -> assertThat(new String(octets, UTF_8)).doesNotContain("X-Caucus-Thread"));
    }
  }

  private static void arrange(OldList list, ThreadCommand command) {
    list.rooms.submit(list.workspace, Parties.AMINA, command, null).await();
  }

  private static Entry entry(OldList list, int n) {
    return list.state().entries().byMessageId(n + "@rights.example").orElseThrow();
  }

  private static String thread(OldList list, int n) {
    return entry(list, n).parent().id();
  }

  @Test
  void anExportHoldsWhatItsReaderReadsAndNoMore() throws IOException {
    try (OldList old = new OldList(directory.resolve("data"))) {
      old.bring(
          box("civil", letter(1, "", "for us")),
          LetterArchive.Kind.MBOXRD,
          Audience.civilSociety());
      old.bring(
          box("all", letter(2, "", "for all")), LetterArchive.Kind.MBOXRD, Audience.everyone());
      old.rooms
          .submit(
              old.workspace,
              Parties.BOLA,
              new ListCommand.StartThread("coalition", "Hello", Post.web("By hand", null, null)),
              null)
          .await();
      old.write(directory.resolve("hers"), LetterArchive.Kind.MBOXRD, Parties.AMINA);
      old.write(directory.resolve("theirs"), LetterArchive.Kind.MBOXRD, Parties.CHIKA);

      String hers = Files.readString(directory.resolve("hers"));
      String theirs = Files.readString(directory.resolve("theirs"));
      assertThat(hers).contains("for us", "for all", "By hand", "Subject: Hello");
      assertThat(theirs).contains("for all", "By hand").doesNotContain("for us");
    }
  }

  /**
   * Where addresses are hidden an identifier may name a host; what answers it names it as it is.
   */
  @Test
  void anAnswerInAnExportNamesNoIdentifierThatIsHidden() throws IOException {
    try (OldList old = new OldList(directory.resolve("data"))) {
      old.bring(box("all", letter(1, "", "asked")), LetterArchive.Kind.MBOXRD, Audience.everyone());
      Entry asked = old.state().entries().byMessageId("1@rights.example").orElseThrow();
      var answer =
          new ListCommand.AnswerThread(asked.parent().id(), Post.web("By hand", asked.id(), null));
      var hidden = new ListCommand.ChoosePrivacy("coalition", ListPrivacy.USUAL);
      old.rooms.submit(old.workspace, Parties.BOLA, answer, null).await();
      old.rooms.submit(old.workspace, Parties.AMINA, hidden, null).await();

      old.write(directory.resolve("theirs"), LetterArchive.Kind.MBOXRD, Parties.CHIKA);

      assertThat(Files.readString(directory.resolve("theirs")))
          .contains("In-Reply-To: <" + asked.id() + "@lists.example>")
          .contains("Message-ID: <" + asked.id() + "@lists.example>")
          .doesNotContain("1@rights.example");
    }
  }

  @Test
  void thePersonWhoBringsInALetterIsNotToldThatOthersHaveItAmongThemselves() throws IOException {
    try (OldList old = new OldList(directory.resolve("data"));
        OldList without = new OldList(directory.resolve("without"))) {
      Audience one = Audience.named(List.of(Parties.AMINA));
      Path box = box("box", letter(1, "", "words"), letter(2, "<1@rights.example>", "more"));
      old.bring(box, LetterArchive.Kind.MBOXRD, one);
      for (OldList each : List.of(old, without)) {
        var convenor = new MemberCommand.ChangeRole(Parties.BOLA, Role.CONVENOR);
        each.rooms.submit(each.workspace, Parties.AMINA, convenor, null).await();
      }

      var told = bring(old, Parties.BOLA, box);
      var alone = bring(without, Parties.BOLA, box);

      assertThat(told.ends()).isEqualTo(alone.ends()).containsOnlyKeys(ImportOutcome.What.IMPORTED);
      assertThat(told.threads()).isEqualTo(alone.threads()).isEqualTo(1);
      assertThat(readable(old, Parties.VERA)).isEqualTo(2);
      assertThat(readable(old, Parties.AMINA)).as("hers, and what all read").isEqualTo(4);
      assertThat(bring(old, Parties.BOLA, box).ends())
          .containsOnlyKeys(ImportOutcome.What.HERE_ALREADY);
      assertThat(bring(old, Parties.AMINA, box).ends())
          .containsOnlyKeys(ImportOutcome.What.HERE_ALREADY);
    }
  }

  private static ListArchiveImport.Report bring(OldList old, SeatId by, Path box)
      throws IOException {
    return old.bring(old.rooms, by, box, LetterArchive.Kind.MBOXRD, Audience.everyone());
  }

  private static long readable(OldList old, SeatId reader) {
    Workspace now = old.state();
    return now.entries().byId().keySet().stream()
        .map(id -> now.scopeOf(Ref.to(Ref.Kind.ENTRY, id)).orElseThrow())
        .filter(scope -> now.access().canRead(reader, scope))
        .count();
  }

  @Test
  void aThreadForFewerIsNotJoinedByLettersForMore() throws IOException {
    try (OldList old = new OldList(directory.resolve("data"))) {
      old.bring(
          box("civil", letter(1, "", "for us")),
          LetterArchive.Kind.MBOXRD,
          Audience.civilSociety());
      old.bring(
          box("all", letter(2, "<1@rights.example>", "for all")),
          LetterArchive.Kind.MBOXRD,
          Audience.everyone());

      assertThat(threads(old)).hasSize(2);
      assertThat(old.state().entries().byMessageId("2@rights.example").orElseThrow().answers())
          .isNull();
    }
  }

  @Test
  void whoMayNotIsRefusedBeforeAnythingIsStored() throws IOException {
    try (OldList old = new OldList(directory.resolve("data"))) {
      Path box = box("box", letter(1, "", "words"));
      assertThatThrownBy(
              () -> old.bring(box, LetterArchive.Kind.MBOXRD, Audience.companyOnly("chirp")))
          .isInstanceOf(Refusal.class);

      assertThat(old.blobs.chunks(old.workspace, null).await()).isEmpty();
      assertThat(old.state().entries().byId()).isEmpty();
    }
  }

  @Test
  void oneThatStopsSaysWhatBecameOfEachLetterAndGoesOnWhereItStood() throws IOException {
    String[] letters = new String[ImportCommand.Letters.MAX_LETTERS * 2];
    Arrays.setAll(letters, n -> letter(n, "", "word " + n));
    Path box = box("box", letters);
    try (OldList old = new OldList(directory.resolve("data"))) {
      ListArchiveImport stopping = old.importing(old.dyingAfter(2)); // its beginning, and one batch
      assertThatThrownBy(() -> stopping.run(LetterArchive.at(box, LetterArchive.Kind.MBOXRD)))
          .hasMessageContaining("killed");

      var report = stopping.stopped();
      assertThat(report.ends())
          .containsOnly(
              Map.entry(ImportOutcome.What.IMPORTED, letters.length / 2),
              Map.entry(ImportOutcome.What.NOT_BROUGHT, letters.length / 2));
      assertThat(report.fates().getLast().toString())
          .startsWith(letters.length + "\tnot_brought\t" + (letters.length - 1) + "@");
      assertThat(old.bring(box, LetterArchive.Kind.MBOXRD, Audience.everyone()).ends())
          .containsOnly(
              Map.entry(ImportOutcome.What.HERE_ALREADY, letters.length / 2),
              Map.entry(ImportOutcome.What.IMPORTED, letters.length / 2));
    }
  }

  @Test
  void tornLettersAreTakenAsTheyAre() throws IOException {
    byte[] torn = new byte[5_000];
    new Random(5).nextBytes(torn);
    torn[torn.length - 1] = '\n';
    byte[] large = new byte[3 * 1024 * 1024];
    Arrays.fill(large, (byte) '\n');
    Path path = directory.resolve("torn");
    try (MboxWriter writer = MboxWriter.create(path, LetterArchive.Kind.MAILDIR)) {
      for (byte[] octets : List.of(torn, large, new byte[0], "no header".getBytes(UTF_8))) {
        writer.write(new ArchivedLetter(octets, null), Instant.EPOCH);
      }
    }
    try (OldList old = new OldList(directory.resolve("data"))) {
      var report = old.bring(path, LetterArchive.Kind.MAILDIR, Audience.everyone());

      assertThat(report.count(ImportOutcome.What.IMPORTED)).isEqualTo(4);
      assertThat(report.count(ImportOutcome.What.DIFFERENT)).isZero();
      old.write(directory.resolve("out"), LetterArchive.Kind.MAILDIR);
      assertThat(OldList.letters(directory.resolve("out"), LetterArchive.Kind.MAILDIR))
          .usingElementComparator(Arrays::compare)
          .containsExactlyInAnyOrder(torn, large, new byte[0], "no header".getBytes(UTF_8));
    }
  }

  @Test
  void draftsStayOutAndWhatWasThrownAwayComesByChoice() throws IOException {
    Path box = directory.resolve("Maildir");
    Path inbox = Files.createDirectories(box.resolve("cur"));
    Path trash = Files.createDirectories(box.resolve(".Trash/cur"));
    Path year = Files.createDirectories(box.resolve(".Archive.2024/cur"));
    Files.writeString(inbox.resolve("1.a.host:2,S"), letter(1, "", "said"));
    Files.writeString(inbox.resolve("2.b.host:2,DS"), letter(2, "", "not said yet"));
    Files.writeString(inbox.resolve("3.c.host:2,ST"), letter(3, "", "thrown away"));
    Files.writeString(trash.resolve("4.d.host:2,S"), letter(4, "", "thrown away too"));
    Files.writeString(year.resolve("5.e.host:2,S"), letter(5, "", "of 2024"));
    Files.createSymbolicLink(box.resolve(".Linked"), box.resolve(".Trash"));
    try (OldList old = new OldList(directory.resolve("data"))) {
      var report = old.bring(box, LetterArchive.Kind.MAILDIR, Audience.everyone());

      assertThat(
              report.fates().stream()
                  .map(ImportOutcome::toString)
                  .map(l -> l.replaceAll("\t[^\t]{26}\t", "\tid\t")))
          .containsExactly(
              "1\timported\t1@rights.example\tid\t",
              "2\tdraft\t2@rights.example\t-\tcur/2.b.host:2,DS",
              "3\ttrashed\t3@rights.example\t-\tcur/3.c.host:2,ST",
              "4\ttrashed\t4@rights.example\t-\t.Trash/cur/4.d.host:2,S",
              "5\timported\t5@rights.example\tid\t",
              "6\tunread\t-\t-\t.Linked: a link, which Caucus does not follow");
      assertThat(report.letters()).isEqualTo(5);
      assertThat(old.state().entries().byId()).hasSize(2);

      old.trashed = true;
      var all = old.bring(box, LetterArchive.Kind.MAILDIR, Audience.everyone());
      assertThat(all.ends())
          .containsOnly(
              Map.entry(ImportOutcome.What.HERE_ALREADY, 2),
              Map.entry(ImportOutcome.What.IMPORTED, 2),
              Map.entry(ImportOutcome.What.DRAFT, 1),
              Map.entry(ImportOutcome.What.UNREAD, 1));
      assertThat(old.state().entries().byMessageId("2@rights.example")).isEmpty();
    }
  }

  @Test
  void idsTellNobodyWhoHasTheLetterToo() throws IOException {
    try (OldList one = new OldList(directory.resolve("one"));
        OldList other = new OldList(directory.resolve("other"))) {
      Path box = box("box", letter(1, "", "words"));
      one.bring(box, LetterArchive.Kind.MBOXRD, Audience.everyone());
      other.bring(box, LetterArchive.Kind.MBOXRD, Audience.everyone());
      String id = one.state().entries().byMessageId("1@rights.example").orElseThrow().id();
      byte[] octets =
          one.blobs
              .get(
                  one.workspace,
                  new BlobId(one.state().entries().find(id).orElseThrow().letter().blob()))
              .await();

      String plain = one.workspace.value() + "/coalition\0";
      assertThat(id).isNotEqualTo(RandomIds.of(hash(plain, octets)));
      assertThat(
              one.bring(box, LetterArchive.Kind.MBOXRD, Audience.everyone())
                  .count(ImportOutcome.What.IMPORTED))
          .as("brought in again")
          .isZero();
      assertThat(other.state().entries().byMessageId("1@rights.example").orElseThrow().id())
          .isNotEqualTo(id);
    }
  }

  private static byte[] hash(String before, byte[] octets) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      hash.update(before.getBytes(StandardCharsets.UTF_8));
      return hash.digest(octets);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
