package org.caucus.coalition.revisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.ThreadCommand;
import org.caucus.coalition.lists.subscriptions.ListStyle;
import org.caucus.coalition.mentions.MentionEvent;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.kernel.Command;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who changes or deletes which words, and who reads those that were there before. */
class RevisionDeciderTest {
  private static final Ref MESSAGE = Ref.to(Ref.Kind.ENTRY, Given.ENTRY);
  private static final String BEFORE = "Providers answer within 24 hours.";
  private static final String AFTER = "Providers answer within 48 hours.";

  @Test
  void itsAuthorChangesTheWords() {
    said(Audience.civilSociety())
        .when(Parties.AMINA, edit(AFTER, 1))
        .then(
            new RevisionEvent.EntryEdited(
                Given.ENTRY,
                Audience.civilSociety(),
                StoredText.of(AFTER),
                List.of(),
                false,
                Parties.AMINA));
    assertThat(entry(said(Audience.everyone()).does(Parties.AMINA, edit(AFTER, 1)).state()).text())
        .isEqualTo(AFTER);
  }

  @Test
  void nobodyElseChangesThem() {
    Given said = said(Audience.everyone());

    said.when(Parties.BOLA, edit(AFTER, 1)).refused(Refusal.Kind.FORBIDDEN);
    said.when(Parties.CHIKA, edit(AFTER, 1)).refused(Refusal.Kind.FORBIDDEN);
    byBola().when(Parties.AMINA, edit(AFTER, 1)).refused(Refusal.Kind.FORBIDDEN); // a convenor
  }

  @Test
  void aMessageThatIsHiddenIsAsAbsentAsOneThatIsNot() {
    for (Command command : List.of(edit(AFTER, 1), delete(null), restore())) {
      said(Audience.civilSociety()).when(Parties.CHIKA, command).refused(Refusal.Kind.ABSENT);
      Given.coalition().when(Parties.CHIKA, command).refused(Refusal.Kind.ABSENT);
    }
  }

  @Test
  void anEditOfOlderWordsIsToldTheWordsOfNow() {
    Refusal no =
        said(Audience.everyone())
            .does(Parties.AMINA, edit(AFTER, 1))
            .when(Parties.AMINA, edit("Something else", 1))
            .refused(Refusal.Kind.CONFLICT);

    JsonObject current = new JsonObject(Objects.requireNonNull(no.current()));
    assertThat(current.getString("text")).isEqualTo(AFTER);
    assertThat(current.getJsonObject("edited").getInteger("version")).isEqualTo(2);
  }

  @Test
  void theSameWordsChangeNothing() {
    said(Audience.everyone()).when(Parties.AMINA, edit(BEFORE, 1)).then();
  }

  @Test
  void aMessageIsNotEmptied() {
    said(Audience.everyone())
        .when(Parties.AMINA, edit(" ", 1))
        .refused(Refusal.Kind.INVALID, "text");
  }

  @Test
  void soManyTextsAndNoMore() {
    Given given = said(Audience.everyone());
    for (int i = 1; i < RevisionDecider.MAX_VERSIONS; i++) {
      given = given.does(Parties.AMINA, edit("Text " + i, i));
    }
    given.when(Parties.AMINA, edit(AFTER, null)).refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void aMentionThatIsNewIsToldAndOneThatIsKeptIsNot() {
    Given mentioned = said(Audience.everyone()).does(Parties.AMINA, edit("@bola, look", 1));

    assertThat(mentioned.when(Parties.AMINA, edit("@bola, please look", 2)).last())
        .isInstanceOf(RevisionEvent.EntryEdited.class);
    assertThat(said(Audience.everyone()).when(Parties.AMINA, edit("@bola, look", 1)).last())
        .isInstanceOf(MentionEvent.Mentioned.class);
    said(Audience.civilSociety())
        .when(Parties.AMINA, edit("@chika, look", 1))
        .refused(Refusal.Kind.INVALID, "text");
  }

  /** R4: earlier words stay with those who could read them when they were replaced. */
  @Test
  void whoComesLaterDoesNotReadEarlierWords() {
    Given edited = said(Audience.civilSociety()).does(Parties.AMINA, edit(AFTER, 1));
    Workspace shared = shared(edited).state();

    assertThat(texts(shared, Parties.BOLA)).containsExactly(BEFORE, AFTER);
    assertThat(texts(shared, Parties.CHIKA)).containsExactly(AFTER);
    assertThat(shown(shared, Parties.BOLA).containsKey("edited")).isTrue();
    assertThat(shown(shared, Parties.CHIKA).containsKey("edited")).isFalse();
  }

  @Test
  void whoLosesAMessageLosesItsEarlierWords() {
    Workspace narrowed =
        said(Audience.everyone())
            .does(Parties.AMINA, edit(AFTER, 1))
            .and(
                new AudienceEvent.Narrowed(
                    Ref.to(Ref.Kind.THREAD, Given.THING),
                    Audience.everyone(),
                    Audience.civilSociety(),
                    Parties.AMINA,
                    List.of()))
            .state();

    assertThat(narrowed.access().canRead(Parties.CHIKA, scope(narrowed))).isFalse();
    assertThat(texts(narrowed, Parties.BOLA)).containsExactly(BEFORE, AFTER);
  }

  /** Nobody outside the readers has a trace of it: R8. */
  @Test
  void othersSeeNothingChange() {
    Given before = said(Audience.civilSociety());
    for (Command command : List.of(edit(AFTER, 1), delete("Sent twice"))) {
      Given after = before.does(Parties.AMINA, command);
      for (SeatId other : List.of(Parties.CHIKA, Parties.VERA)) {
        assertThat(View.of(after.state(), other).encode())
            .isEqualTo(View.of(before.state(), other).encode());
      }
    }
  }

  @Test
  void itsAuthorOrAConvenorDeletes() {
    assertThat(byBola().when(Parties.BOLA, delete(null)).last())
        .isEqualTo(deleted(RevisionEvent.Role.AUTHOR, null, Parties.BOLA));
    assertThat(byBola().when(Parties.AMINA, delete(" Sent twice ")).last())
        .isEqualTo(deleted(RevisionEvent.Role.CONVENOR, "Sent twice", Parties.AMINA));
    byBola().when(Parties.CHIKA, delete(null)).refused(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void aMarkStandsInItsPlaceWithoutItsWords() {
    Workspace now =
        said(Audience.everyone())
            .does(Parties.AMINA, edit(AFTER, 1))
            .does(Parties.AMINA, delete("Sent twice"))
            .state();

    JsonObject shown = shown(now, Parties.BOLA);
    assertThat(shown.encode()).doesNotContain("hours");
    assertThat(shown.getJsonObject("deleted").getString("seat")).isEqualTo("amina");
    assertThat(shown.getJsonObject("deleted").getString("role")).isEqualTo("AUTHOR");
    assertThat(shown.getJsonObject("deleted").getString("reason")).isEqualTo("Sent twice");
    assertThat(now.item(MESSAGE).orElseThrow().searchText()).isEmpty();
  }

  /** The reason is the deleter's, and its author may release the message to more. */
  @Test
  void whoComesLaterDoesNotReadWhyItWasDeleted() {
    Workspace shared =
        shared(
                said(Parties.BOLA, Audience.civilSociety())
                    .does(Parties.AMINA, delete("It names our source")))
            .state();

    assertThat(shown(shared, Parties.BOLA).getJsonObject("deleted").getString("reason"))
        .isEqualTo("It names our source");
    assertThat(shown(shared, Parties.CHIKA).getJsonObject("deleted").fieldNames())
        .containsExactlyInAnyOrder("seat", "role", "at");
  }

  @Test
  void whatIsDeletedIsNotEditedOrDeletedAgain() {
    Given gone = said(Audience.everyone()).does(Parties.AMINA, delete(null));

    gone.when(Parties.AMINA, edit(AFTER, 1)).refused(Refusal.Kind.CONFLICT);
    gone.when(Parties.AMINA, delete(null)).refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void whoDeletedItTakesThatBackForAMinute() {
    Given gone = byBola().does(Parties.AMINA, delete(null));

    gone.when(Parties.BOLA, restore()).refused(Refusal.Kind.FORBIDDEN);
    gone.later(Duration.ofSeconds(1)).when(Parties.AMINA, restore()).refused(Refusal.Kind.CONFLICT);
    Workspace back = gone.does(Parties.AMINA, restore()).state();
    assertThat(entry(back)).isEqualTo(entry(byBola().state()));
    Given.coalition().and().when(Parties.AMINA, restore()).refused(Refusal.Kind.ABSENT);
    byBola().when(Parties.AMINA, restore()).refused(Refusal.Kind.CONFLICT);
  }

  /** A reply that was on its way finds its place, under the mark. */
  @Test
  void anAnswerToADeletedMessageStandsUnderIt() {
    Command answer =
        new ListCommand.AnswerThread(Given.THING, Post.web("Which law?", Given.ENTRY, null));

    assertThat(
            said(Audience.everyone())
                .does(Parties.AMINA, delete(null))
                .when(Parties.BOLA, answer)
                .last())
        .isInstanceOf(EntryEvent.EntryPosted.class);
  }

  /** What a convenor reads first does not come in by an edit. */
  @Test
  void wordsThatAConvenorReadsFirstAreNotSaidByAnEdit() {
    Given moderated =
        byBola().and(new LetterEvent.SeatModerated(Parties.BOLA, true, Parties.AMINA));

    moderated.when(Parties.BOLA, edit(AFTER, 1)).refused(Refusal.Kind.FORBIDDEN);
    moderated.when(Parties.BOLA, delete("Because")).refused(Refusal.Kind.FORBIDDEN);
    assertThat(moderated.when(Parties.BOLA, delete(null)).last())
        .isInstanceOf(RevisionEvent.EntryDeleted.class);
  }

  /** A page of it says that the thread is locked; so does the refusal. */
  @Test
  void nobodyButAConvenorEditsInALockedThread() {
    Given locked =
        byBola()
            .does(Parties.AMINA, new ThreadCommand.EditThread(Given.THING, null, null, null, true));

    assertThat(locked.when(Parties.BOLA, edit(AFTER, 1)).refused(Refusal.Kind.CONFLICT).why())
        .contains("locked this thread");
    assertThat(
            said(Audience.everyone())
                .does(
                    Parties.AMINA,
                    new ThreadCommand.EditThread(Given.THING, null, null, null, true))
                .when(Parties.AMINA, edit(AFTER, 1))
                .last())
        .isInstanceOf(RevisionEvent.EntryEdited.class);
  }

  @Test
  void whatQuotesItIsLookedForInSoManyCharacters() {
    String quote = "> " + BEFORE + "\n\nNo.";
    Given near = said(Audience.everyone()).and(reply("near", quote));
    Given far = near.and(reply("long", "x".repeat(Quotes.MAX_CHARS)), reply("far", quote));

    assertThat(Quotes.of(far.state(), entry(far.state()), Parties.BOLA))
        .extracting(Entry::id)
        .containsExactly("near");
  }

  @Test
  void issuesAndUpdatesThatQuoteItAreFoundAsFarAsTheReaderCanReadThem() {
    String quote = "> " + BEFORE + "\n\nThat is the text.";
    Given given =
        said(Audience.everyone())
            .and(
                new IssueEvent.IssueOpened(
                    "i1",
                    "COP-9",
                    "COP",
                    "From the thread",
                    quote,
                    "",
                    List.of(),
                    null,
                    Audience.civilSociety(),
                    Parties.BOLA),
                new IssueEvent.IssueOpened(
                    "i2",
                    "COP-10",
                    "COP",
                    "Another",
                    "Nothing of it.",
                    "",
                    List.of(),
                    null,
                    Audience.everyone(),
                    Parties.BOLA));

    assertThat(Quotes.things(given.state(), entry(given.state()), Parties.BOLA))
        .extracting(item -> item.ref().id())
        .containsExactly("i1");
    assertThat(Quotes.things(given.state(), entry(given.state()), Parties.CHIKA)).isEmpty();
  }

  private static EntryEvent.EntryPosted reply(String id, String text) {
    return new EntryEvent.EntryPosted(
        id,
        Ref.to(Ref.Kind.THREAD, Given.THING),
        null,
        Parties.BOLA,
        Audience.everyone(),
        text,
        Channel.WEB,
        null);
  }

  @Test
  void whoHasWhichTextByMailIsCounted() {
    Workspace now =
        said(Audience.everyone())
            .does(
                Parties.AMINA,
                new RevisionCommand.EditEntry(
                    Given.ENTRY, AFTER, 1, List.of(Parties.BOLA, Parties.CHIKA)))
            .does(
                Parties.AMINA,
                new RevisionCommand.EditEntry(
                    Given.ENTRY, "Now.", 2, List.of(Parties.BOLA, Parties.CHIKA, Parties.VERA)))
            .state();

    JsonArray versions = RevisionPresenter.versions(now, entry(now), scope(now), Parties.BOLA);
    assertThat(versions.stream().map(v -> ((JsonObject) v).getInteger("mailed")))
        .containsExactly(2, 1, null);
  }

  @Test
  void itsAuthorAndConvenorsSeeWhoHasWhichText() {
    List<SeatId> holders = List.of(Parties.BOLA, Parties.CHIKA);
    Workspace now =
        said(Audience.everyone())
            .does(Parties.AMINA, new RevisionCommand.EditEntry(Given.ENTRY, AFTER, 1, holders))
            .state();

    assertThat(holders(now, Parties.AMINA)).containsExactly("bola", "chika");
    assertThat(holders(now, Parties.CHIKA)).isEmpty();
  }

  private static List<String> holders(Workspace now, SeatId reader) {
    JsonArray versions = RevisionPresenter.versions(now, entry(now), scope(now), reader);
    JsonArray holders = versions.getJsonObject(0).getJsonArray("holders");
    return holders == null ? List.of() : holders.stream().map(String.class::cast).toList();
  }

  /** Decided when it happens: a list that changes its mind later tells of no earlier edit. */
  @Test
  void theListSaysWhetherThoseWhoHaveItByMailAreTold() {
    Given said = said(Audience.everyone());
    String list =
        said.state().lists().thread(entry(said.state()).parent().id()).orElseThrow().list();
    Given asked =
        said.does(
            Parties.AMINA,
            new ListCommand.StyleList(
                list,
                new ListStyle("", ListStyle.Answers.LIST, "", null, null, ListStyle.Edits.NEXT)));
    Command edit = new RevisionCommand.EditEntry(Given.ENTRY, AFTER, 1, List.of(Parties.BOLA));
    Command delete = new RevisionCommand.DeleteEntry(Given.ENTRY, null, List.of(Parties.BOLA));

    assertThat(isTold(asked, edit)).isTrue();
    assertThat(isTold(asked, delete)).isTrue();
    assertThat(isTold(asked, edit(AFTER, 1))).isFalse(); // nobody has it
    assertThat(isTold(said, edit)).isFalse();
    assertThat(isTold(said, delete)).isFalse();
  }

  private static boolean isTold(Given given, Command command) {
    return switch (given.when(Parties.AMINA, command).last()) {
      case RevisionEvent.EntryEdited e -> e.told();
      case RevisionEvent.EntryDeleted e -> e.told();
      default -> throw new AssertionError();
    };
  }

  private static Event deleted(RevisionEvent.Role role, @Nullable String reason, SeatId by) {
    return new RevisionEvent.EntryDeleted(
        Given.ENTRY,
        Audience.everyone(),
        role,
        StoredText.ofNullable(reason),
        List.of(),
        false,
        by);
  }

  private static List<String> texts(Workspace now, SeatId reader) {
    return RevisionPresenter.versions(now, entry(now), scope(now), reader).stream()
        .map(v -> ((JsonObject) v).getString("text"))
        .toList();
  }

  private static JsonObject shown(Workspace now, SeatId reader) {
    Entry entry = entry(now);
    return EntryPresenter.show(now, entry, now.scopeOf(entry.parent()).orElseThrow(), reader);
  }

  private static Entry entry(Workspace now) {
    return now.entries().find(Given.ENTRY).orElseThrow();
  }

  private static Scope scope(Workspace now) {
    return now.scopeOf(MESSAGE).orElseThrow();
  }

  private static Given shared(Given given) {
    return given.and(
        new AudienceEvent.Widened(
            Ref.to(Ref.Kind.THREAD, Given.THING),
            Audience.civilSociety(),
            Audience.everyone(),
            Parties.AMINA,
            null),
        new AudienceEvent.Released(
            Given.ENTRY, Audience.civilSociety(), Audience.everyone(), Parties.AMINA));
  }

  private static Command edit(String text, @Nullable Integer version) {
    return new RevisionCommand.EditEntry(Given.ENTRY, text, version, List.of());
  }

  private static Command delete(@Nullable String reason) {
    return new RevisionCommand.DeleteEntry(Given.ENTRY, reason, List.of());
  }

  private static Command restore() {
    return new RevisionCommand.RestoreEntry(Given.ENTRY);
  }

  private static Given said(Audience audience) {
    return said(Parties.AMINA, audience);
  }

  private static Given byBola() {
    return said(Parties.BOLA, Audience.everyone());
  }

  private static Given said(SeatId author, Audience audience) {
    return Given.coalition()
        .does(
            author,
            new ListCommand.StartThread(
                "coalition", "Removal notices", Post.web(BEFORE, null, audience)));
  }
}
