package org.caucus.coalition.mentions;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.mentions.waiting.WaitingMentions;
import org.caucus.coalition.reactions.Reaction;
import org.caucus.coalition.reactions.ReactionCommand;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.UpdatePresenter;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is kept of mentions, and what of it waits for whom. */
class MentionStoryTest {
  private static final Ref ENTRY = Ref.to(Ref.Kind.ENTRY, Given.ENTRY);
  private final Given coalition = Given.coalition();

  private static ListCommand thread(String text, @Nullable Audience audience) {
    return new ListCommand.StartThread("coalition", "The memo", Post.web(text, null, audience));
  }

  private static List<WaitingMentions.Waiting> waiting(Given given, SeatId seat) {
    return WaitingMentions.of(
        given.state(),
        Objects.requireNonNull(given.state().members().seats().get(seat)),
        given.at());
  }

  private static Given answered(Given given, SeatId by, @Nullable Audience audience) {
    return given
        .later(Duration.ofMinutes(1))
        .and(
            new EntryEvent.EntryPosted(
                "answer",
                Ref.to(Ref.Kind.THREAD, Given.THING),
                Given.ENTRY,
                by,
                audience == null ? Audience.everyone() : audience,
                "I do.",
                Channel.WEB,
                null));
  }

  @Test
  void whoIsMeantIsKeptWithWhatWasSaid() {
    assertThat(
            coalition
                .when(
                    Parties.AMINA, thread("@Bola and @Chirp, who writes it?", Audience.everyone()))
                .last())
        .isEqualTo(
            new MentionEvent.Mentioned(
                ENTRY,
                Parties.AMINA,
                List.of(
                    new Mention(Mention.Kind.PERSON, "bola", "Bola", true),
                    new Mention(Mention.Kind.ORGANISATION, "chirp", "Chirp", true))));
  }

  @Test
  void aNameOutsideTheAudienceIsRefusedAndNothingIsSaid() {
    Refusal no =
        coalition
            .when(Parties.AMINA, thread("@Chika, look", Audience.civilSociety()))
            .refused(Refusal.Kind.INVALID, "text");
    assertThat(no.why()).contains("Chika cannot read this").contains("without @");
    coalition
        .when(
            Parties.AMINA,
            new IssueCommand.OpenIssue(
                "COP", "Notices", "For @Vera", "", List.of(), null, Audience.civilSociety(), null))
        .refused(Refusal.Kind.INVALID, "description");
  }

  @Test
  void anEditTellsOnlyThoseWhoWereNotMentionedBefore() {
    Given opened =
        coalition.commits(
            Parties.AMINA,
            new IssueCommand.OpenIssue(
                "COP", "Notices", "@Bola reads it", "", List.of(), null, null, null));
    IssueCommand same =
        new IssueCommand.EditIssue(
            Given.THING, null, null, "@Bola reads it, @Claire too", null, null, null, false, null);

    assertThat(opened.when(Parties.AMINA, same).last())
        .isEqualTo(
            new MentionEvent.Mentioned(
                Ref.to(Ref.Kind.ISSUE, Given.THING),
                Parties.AMINA,
                List.of(new Mention(Mention.Kind.PERSON, "claire", "Claire", false))));
  }

  @Test
  void aQuestionWaitsUntilThePersonWritesThere() {
    Given asked =
        coalition.commits(Parties.AMINA, thread("@Bola, do you agree?", Audience.everyone()));

    assertThat(waiting(asked, Parties.BOLA))
        .singleElement()
        .satisfies(
            w -> {
              assertThat(w.of()).isEqualTo(ENTRY);
              assertThat(w.page()).isEqualTo(Ref.to(Ref.Kind.THREAD, Given.THING));
            });
    assertThat(waiting(asked, Parties.CHIKA)).isEmpty();
    assertThat(waiting(answered(asked, Parties.CHIKA, null), Parties.BOLA)).hasSize(1);
    assertThat(waiting(answered(asked, Parties.BOLA, null), Parties.BOLA)).isEmpty();
    assertThat(
            waiting(
                asked.commits(
                    Parties.BOLA, new ReactionCommand.AddReaction(ENTRY, Reaction.THANKS)),
                Parties.BOLA))
        .as("a reaction is an answer")
        .isEmpty();
    assertThat(waiting(asked.later(Duration.ofDays(91)), Parties.BOLA)).isEmpty();
  }

  @Test
  void aQuestionThatWasEditedAwayWaitsNoMore() {
    Given asked =
        coalition.commits(
            Parties.AMINA,
            new IssueCommand.OpenIssue(
                "COP", "Notices", "@Bola, do you agree?", "", List.of(), null, null, null));
    assertThat(waiting(asked, Parties.BOLA)).hasSize(1);

    Given edited =
        asked.does(
            Parties.AMINA,
            new IssueCommand.EditIssue(
                Given.THING, null, null, "Agreed.", null, null, null, false, null));
    assertThat(waiting(edited, Parties.BOLA)).isEmpty();
  }

  /** More may come to read an update later, who never saw the words that it had before. */
  @Test
  void whomTheFormerWordsOfAnUpdateMentionIsNotShownWithThoseOfToday() {
    Given said =
        coalition.commits(
            Parties.CHIKA,
            new UpdateCommand.PostUpdate(
                null,
                Update.Kind.STATUS,
                Update.Stage.NOTED,
                "Appeals",
                "As @amina said. @Bola, do you agree?",
                Update.Attribution.ON_RECORD,
                Audience.withCompany("chirp"),
                null));
    assertThat(mentions(said)).hasSize(2);
    assertThat(waiting(said, Parties.BOLA)).hasSize(1);

    Given corrected =
        said.does(
            Parties.CHIKA,
            new UpdateCommand.CorrectUpdate(
                Given.THING, null, null, null, "As @Amina said.", null, "More exactly."));
    assertThat(mentions(corrected).toString()).contains("amina").doesNotContain("bola");
    assertThat(waiting(corrected, Parties.BOLA)).isEmpty();
  }

  private static JsonArray mentions(Given given) {
    Update update = given.state().updates().find(Given.THING).orElseThrow();
    return UpdatePresenter.show(given.state(), update, Parties.AMINA).getJsonArray("mentions");
  }

  /** So nobody learns how much others are asked. */
  @Test
  void howMuchIsAskedElsewhereTakesNothingOffWhatWaits() {
    Given asked =
        coalition.commits(Parties.AMINA, thread("@Bola, do you agree?", Audience.everyone()));
    Event hidden =
        new EntryEvent.EntryPosted(
            "hidden",
            Ref.to(Ref.Kind.THREAD, Given.THING),
            null,
            Parties.AMINA,
            Audience.named(List.of(Parties.AMINA, Parties.CHIKA)),
            "@Chika, and you?",
            Channel.WEB,
            null);
    Mention whom = new Mention(Mention.Kind.PERSON, "chika", "Chika", true);
    Event mentioned =
        new MentionEvent.Mentioned(Ref.to(Ref.Kind.ENTRY, "hidden"), Parties.AMINA, List.of(whom));
    Event[] many = new Event[5_001];
    Arrays.fill(many, mentioned);
    many[0] = hidden;

    assertThat(waiting(asked.and(many), Parties.BOLA)).hasSize(1);
  }

  @Test
  void whatSaysNoQuestionWaitsForNobodyAndADismissalIsOnesOwn() {
    Given told =
        coalition.commits(Parties.AMINA, thread("@everyone, it is out.", Audience.everyone()));
    assertThat(waiting(told, Parties.BOLA)).isEmpty();

    Given asked =
        coalition.commits(Parties.AMINA, thread("@everyone, do you agree?", Audience.everyone()));
    Given gone = asked.commits(Parties.BOLA, new MentionCommand.DismissMention(ENTRY));
    assertThat(waiting(gone, Parties.BOLA)).isEmpty();
    assertThat(waiting(gone, Parties.CHIKA)).hasSize(1);
    assertThat(waiting(gone, Parties.AMINA)).as("who asks").isEmpty();
    asked
        .when(Parties.EMEKA, new MentionCommand.DismissMention(ENTRY))
        .refused(Refusal.Kind.ABSENT);
  }

  @Test
  void anOrganisationIsAnsweredForByAnyOfItsSeatsAsFarAsTheOthersSeeIt() {
    SeatId mo = new SeatId("mo");
    Given asked =
        coalition
            .and(Parties.seat(mo, "chirp", Role.LIAISON, null))
            .commits(Parties.AMINA, thread("@chirp, do you agree?", Audience.everyone()));
    assertThat(waiting(asked, mo)).hasSize(1);

    assertThat(waiting(answered(asked, Parties.CHIKA, null), mo)).isEmpty();
    Audience aside = Audience.named(List.of(Parties.AMINA, Parties.CHIKA));
    assertThat(waiting(answered(asked, Parties.CHIKA, aside), mo))
        .as("an answer that mo cannot read")
        .hasSize(1);
  }

  @Test
  void whoTakesASeatOverIsAskedWhatItsFormerHolderWas() {
    SeatId kemi = new SeatId("kemi");
    Given asked =
        coalition
            .commits(Parties.AMINA, thread("@Bola, do you agree?", Audience.everyone()))
            .later(Duration.ofMinutes(1));
    Given passed =
        asked.and(
            new MemberEvent.SeatEnded(Parties.BOLA),
            Parties.seat(kemi, "press", Role.MEMBER, Parties.BOLA));
    assertThat(
            Mentions.of(passed.state())
                .in(ENTRY)
                .getFirst()
                .means(
                    passed.state().members(),
                    Objects.requireNonNull(passed.state().members().seats().get(kemi))))
        .isTrue();
  }
}
