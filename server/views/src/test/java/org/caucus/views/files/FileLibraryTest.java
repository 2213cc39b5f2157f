package org.caucus.views.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.revisions.RevisionCommand;
import org.caucus.coalition.revisions.RevisionEvent;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Doings;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which files are in the library of whom, and in what order. */
class FileLibraryTest {
  private static final Ref THREAD = Ref.to(Ref.Kind.THREAD, Given.THING);
  private final Given memo =
      Given.coalition()
          .commits(
              Parties.AMINA,
              new ListCommand.StartThread("coalition", "The memo", Post.web("Who?", null, null)));

  private static Given sent(Given given, String id, SeatId by, Audience to, String... names) {
    return sent(given, THREAD, id, by, to, names);
  }

  private static Given sent(
      Given given, Ref in, String id, SeatId by, Audience to, String... names) {
    List<Entry.Attached> files = new ArrayList<>();
    for (String name : names) {
      long size = 100L * (name.length() + files.size());
      files.add(new Entry.Attached("blob-" + id + files.size(), name, "application/pdf", size));
    }
    return given.and(
        new EntryEvent.EntryPosted(id, in, null, by, to, "Text.", Channel.WEB, null, files));
  }

  private static FileLibrary.Result library(Given given, SeatId seat, FileQuery query) {
    return FileLibrary.of(given.state(), FileIndex.EMPTY.with(given.state()), seat)
        .find(query, seat);
  }

  private static List<String> names(Given given, SeatId seat, FileQuery query) {
    return library(given, seat, query).next(FilePosition.Sort.NEWEST, null, 100).stream()
        .map(row -> row.getFirst().file().name())
        .toList();
  }

  private static FileQuery asked(
      @Nullable FileCategory kind, @Nullable String audience, @Nullable String seat, String words) {
    return new FileQuery(audience, kind, seat, null, null, null, null, FileQuery.words(words));
  }

  @Test
  void theNewestComesFirstAndOnlyThatOfReaders() {
    Given two =
        sent(
            sent(memo, "one", Parties.AMINA, Audience.everyone(), "Draft code.pdf"),
            "two",
            Parties.BOLA,
            Audience.civilSociety(),
            "strategy.pdf");

    assertThat(names(two, Parties.AMINA, FileQuery.ALL))
        .containsExactly("strategy.pdf", "Draft code.pdf");
    assertThat(names(two, Parties.CHIKA, FileQuery.ALL)).containsExactly("Draft code.pdf");
    assertThat(library(two, Parties.CHIKA, FileQuery.ALL).places().get("thread:coalition"))
        .as("counted over what she reads")
        .isEqualTo(new FileLibrary.Total(1, 1_400));
    Given ended = two.and(new MemberEvent.SeatEnded(Parties.AMINA));
    assertThat(library(ended, Parties.AMINA, FileQuery.ALL).places()).isEmpty();
  }

  @Test
  void filesOfOneNameUnderOneThingAreVersions() {
    Given versions =
        sent(
            sent(
                sent(memo, "one", Parties.AMINA, Audience.everyone(), "Mémo.pdf"),
                "two",
                Parties.BOLA,
                Audience.civilSociety(),
                "MÉMO.pdf"),
            "three",
            Parties.AMINA,
            Audience.everyone(),
            "Me\u0301mo.PDF",
            "other.pdf");

    List<FileLibrary.Found> row =
        library(versions, Parties.BOLA, FileQuery.ALL).rows().stream()
            .filter(r -> r.size() > 1)
            .findFirst()
            .orElseThrow();
    assertThat(row).extracting(f -> f.entry().id()).containsExactly("three", "two", "one");
    JsonObject hers =
        LibraryPages.page(
                versions.state(),
                Parties.CHIKA,
                asked(null, null, null, "mémo"),
                FilePosition.Sort.NEWEST,
                null,
                10)
            .getJsonArray("items")
            .getJsonObject(0);
    assertThat(hers.getInteger("versions")).as("that she reads").isEqualTo(2);
    assertThat(hers.getJsonArray("earlier").encode()).contains("\"one\"").doesNotContain("\"two\"");
  }

  @Test
  void theSameNameUnderAnotherThingIsAnotherFile() {
    Given issue =
        sent(memo, "one", Parties.AMINA, Audience.everyone(), "memo.pdf")
            .commits(
                Parties.BOLA,
                new IssueCommand.OpenIssue(
                    "COP", "Removal", "", "", List.of(), null, Audience.everyone(), null));
    Given two =
        sent(
            issue,
            Ref.to(Ref.Kind.ISSUE, Given.THING),
            "two",
            Parties.BOLA,
            Audience.everyone(),
            "memo.pdf");

    assertThat(library(two, Parties.VERA, FileQuery.ALL).rows()).hasSize(2);
    assertThat(library(two, Parties.VERA, FileQuery.ALL).places())
        .containsOnlyKeys("issue:COP", "thread:coalition");
  }

  @Test
  void filesComeWithLettersToo() {
    EntryLetter letter =
        new EntryLetter(
            "raw",
            "a@x.example",
            null,
            false,
            List.of(new EntryLetter.Attachment(0, "scan.png", "image/png", 9)));
    Given mailed =
        memo.and(
            new EntryEvent.EntryPosted(
                "mailed",
                THREAD,
                null,
                Parties.BOLA,
                Audience.everyone(),
                "Attached.",
                Channel.MAIL,
                letter));

    assertThat(names(mailed, Parties.CHIKA, asked(FileCategory.PICTURE, null, null, "")))
        .containsExactly("scan.png");
    assertThat(LibraryPages.all(mailed.state(), Parties.CHIKA))
        .contains("/api/workspaces/cop/entries/mailed/attachments/1");
  }

  @Test
  void filtersNarrowByAudienceKindPersonAndWords() {
    Given some =
        sent(
            sent(memo, "one", Parties.AMINA, Audience.everyone(), "Budget 2026.xlsx", "memo.pdf"),
            "two",
            Parties.BOLA,
            Audience.civilSociety(),
            "Budget notes.pdf");

    assertThat(names(some, Parties.AMINA, asked(FileCategory.TABLE, null, null, "")))
        .containsExactly("Budget 2026.xlsx");
    assertThat(names(some, Parties.AMINA, asked(null, "CIVIL_SOCIETY", null, "")))
        .containsExactly("Budget notes.pdf");
    assertThat(names(some, Parties.AMINA, asked(null, null, "amina", "")))
        .containsExactlyInAnyOrder("Budget 2026.xlsx", "memo.pdf");
    assertThat(names(some, Parties.AMINA, asked(null, null, null, "NOTES budget")))
        .containsExactly("Budget notes.pdf");
    Instant end = some.at();
    assertThat(
            names(
                some,
                Parties.AMINA,
                new FileQuery(null, null, null, null, null, end, null, List.of())))
        .isEmpty();
    assertThat(
            names(
                some,
                Parties.AMINA,
                new FileQuery(null, null, null, "lantern", "issue:COP", null, null, List.of())))
        .isEmpty();
  }

  @Test
  void whatIsTakenBackIsInNoRowAndNoSize() {
    Given sent = sent(memo, "one", Parties.AMINA, Audience.everyone(), "secret.pdf");
    assertThat(names(sent, Parties.CHIKA, FileQuery.ALL)).containsExactly("secret.pdf");

    Given back =
        sent.and(
            new AudienceEvent.Narrowed(
                Ref.to(Ref.Kind.ENTRY, "one"),
                Audience.everyone(),
                Audience.named(List.of(Parties.AMINA)),
                Parties.AMINA,
                List.of()));

    assertThat(LibraryPages.all(back.state(), Parties.CHIKA))
        .isEqualTo(LibraryPages.all(memo.state(), Parties.CHIKA));
  }

  @Test
  void whatIsDeletedIsInNoRowAndBackOnceItIsRestored() {
    Given sent = sent(memo, "one", Parties.AMINA, Audience.everyone(), "secret.pdf");
    FileIndex before = FileIndex.EMPTY.with(sent.state());
    Given gone =
        sent.commits(Parties.AMINA, new RevisionCommand.DeleteEntry("one", null, List.of()));

    assertThat(LibraryPages.all(gone.state(), Parties.CHIKA))
        .isEqualTo(LibraryPages.all(memo.state(), Parties.CHIKA));
    assertThat(
            FileLibrary.of(gone.state(), before.with(gone.state()), Parties.AMINA)
                .find(FileQuery.ALL, Parties.AMINA)
                .rows())
        .as("by an index of before")
        .isEmpty();
    Given back =
        gone.and(new RevisionEvent.EntryRestored("one", Audience.everyone(), Parties.AMINA));
    assertThat(names(back, Parties.CHIKA, FileQuery.ALL)).containsExactly("secret.pdf");
  }

  @Test
  void pagesOfEachOrderShowEveryFileOnce() {
    Given many = memo;
    for (int i = 0; i < 9; i++) {
      many = sent(many, "e" + i, Parties.AMINA, Audience.everyone(), "b" + i + ".pdf", "a.pdf" + i);
    }
    for (FilePosition.Sort sort : FilePosition.Sort.values()) {
      List<String> seen = new ArrayList<>();
      String before = null;
      do {
        JsonObject page =
            LibraryPages.page(many.state(), Parties.VERA, FileQuery.ALL, sort, before, 4);
        page.getJsonArray("items").forEach(i -> seen.add(((JsonObject) i).getString("name")));
        before = page.getString("next");
      } while (before != null);
      assertThat(seen).as(sort.name()).hasSize(18).doesNotHaveDuplicates();
    }
    assertThat(
            LibraryPages.page(
                    many.state(), Parties.VERA, FileQuery.ALL, FilePosition.Sort.NAME, "%%", 4)
                .getJsonArray("items"))
        .as("a cursor that no page gave")
        .isEmpty();
  }

  @Test
  void theEndingOfANameSaysWhatAFileIs() {
    assertThat(FileCategory.of("application/octet-stream", "Notes.DOCX"))
        .isEqualTo(FileCategory.DOCUMENT);
    assertThat(FileCategory.of("image/x-new", "photo")).isEqualTo(FileCategory.PICTURE);
    assertThat(FileCategory.of("application/pdf", "no ending")).isEqualTo(FileCategory.DOCUMENT);
    assertThat(FileCategory.of("", "")).isEqualTo(FileCategory.OTHER);
  }

  /** Of whatever happened: an index that grew is a fresh one, and what is shown can be read. */
  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void whatIsShownCanBeReadNow(@ForAll long seed) {
    Workspace now = Given.coalition().state();
    FileIndex grown = FileIndex.EMPTY;
    for (Doings.Step step : Doings.history(seed, 40)) {
      now = now.evolve((Commit) step.on(now));
      grown = grown.with(now);
    }
    FileIndexes kept = new FileIndexes();
    for (Seat seat : now.members().active()) {
      assertThat(kept.of(now, seat.id()).find(FileQuery.ALL, seat.id()).places())
          .as("kept by class of readers")
          .isEqualTo(FileLibrary.of(now, grown, seat.id()).find(FileQuery.ALL, seat.id()).places());
    }
    for (Seat seat : now.members().active()) {
      Set<String> readable = new HashSet<>();
      for (Entry entry : now.entries().byId().values()) {
        Ref ref = Ref.to(Ref.Kind.ENTRY, entry.id());
        if (!EntryFiles.of(entry).files().isEmpty()
            && now.access().canRead(seat.id(), now.scopeOf(ref).orElseThrow())) {
          readable.add(entry.id());
        }
      }
      assertThat(LibraryPages.entries(now, seat.id())).isEqualTo(readable);
    }
  }
}
