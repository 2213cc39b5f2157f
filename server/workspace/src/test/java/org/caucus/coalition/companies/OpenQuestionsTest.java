package org.caucus.coalition.companies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.VERA;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.IssueType;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand.CommentUpdate;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.coalition.updates.UpdateReferences;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a company was asked stands before all its liaisons until one of them answers. */
class OpenQuestionsTest {
  private static final String U = "notice";
  private static final SeatId DARA = new SeatId("dara");

  private static UpdateEvent.UpdatePosted posted(String id, UpdateReferences about) {
    return new UpdateEvent.UpdatePosted(
        id,
        "chirp",
        Update.Kind.STATUS,
        Update.Stage.NOTED,
        "Appeals",
        "Within 48 hours.",
        Update.Attribution.ON_RECORD,
        Audience.everyone(),
        CHIKA,
        Channel.WEB,
        null,
        about);
  }

  private static Given given() {
    return Given.coalition()
        .and(Parties.seat(DARA, "chirp", Role.LIAISON, null), posted(U, UpdateReferences.none()));
  }

  private static CommentUpdate question(@Nullable Audience audience) {
    return new CommentUpdate(U, Post.web("By when?", null, audience), true);
  }

  private static CommentUpdate says(@Nullable String answers, @Nullable Audience audience) {
    return new CommentUpdate(U, Post.web("By June.", answers, audience));
  }

  private static List<String> waits(Given given, SeatId seat) {
    return OpenQuestions.of(given.state(), seat).stream()
        .map(one -> ((JsonObject) one).getString("kind"))
        .toList();
  }

  @Test
  void aQuestionWaitsForEveryLiaisonOfItsCompanyAndForNobodyElse() {
    Given asked = given().commits(BOLA, question(null));

    assertThat(waits(asked, CHIKA)).containsExactly("question");
    assertThat(waits(asked, DARA)).containsExactly("question");
    assertThat(waits(asked, VERA)).as("another company").isEmpty();
    assertThat(waits(asked, BOLA)).as("the asker").isEmpty();
    JsonObject one = OpenQuestions.of(asked.state(), DARA).getJsonObject(0);
    assertThat(one.getString("seat")).isEqualTo(BOLA.value());
    assertThat(one.getString("at")).isEqualTo(asked.at().toString());
  }

  @Test
  void oneLiaisonsAnswerSettlesItForAll() {
    Given asked = given().commits(BOLA, question(null));

    assertThat(waits(asked.commits(DARA, says(Given.ENTRY, null)), CHIKA)).isEmpty();
    assertThat(waits(asked.commits(DARA, says(null, null)), CHIKA)).as("as a post").isEmpty();
    assertThat(waits(asked.commits(AMINA, says(Given.ENTRY, null)), CHIKA))
        .as("others answer nothing for the company")
        .containsExactly("question");
  }

  @Test
  void whatTheLiaisonsSayAmongThemselvesAnswersNothing() {
    Given asked = given().commits(BOLA, question(null));

    Given aside = asked.commits(DARA, says(Given.ENTRY, Audience.companyOnly("chirp")));

    assertThat(waits(aside, CHIKA)).containsExactly("question");
  }

  @Test
  void whatOneOfThemCannotReadDoesNotWaitForThem() {
    Given asked = given().commits(BOLA, question(Audience.named(List.of(BOLA, CHIKA))));

    assertThat(waits(asked, CHIKA)).containsExactly("question");
    assertThat(waits(asked, DARA)).isEmpty();
  }

  @Test
  void aRequestWaitsUntilALiaisonAnswersItOrItIsClosed() {
    Given opened =
        given()
            .commits(
                BOLA,
                new IssueCommand.OpenIssue(
                    "COP",
                    "Numbers",
                    "",
                    "",
                    List.of(CHIKA),
                    null,
                    null,
                    null,
                    List.of(),
                    new IssuePatch(IssueType.COMPANY_REQUEST, null, null, null, null, null),
                    false));
    Ref issue = Ref.to(Ref.Kind.ISSUE, Given.THING);

    assertThat(waits(opened, DARA)).containsExactly("request");
    assertThat(waits(opened, VERA)).isEmpty();
    Post word = Post.web("Next week.", null, null);
    assertThat(waits(opened.commits(VERA, new IssueCommand.CommentIssue(issue.id(), word)), DARA))
        .containsExactly("request");
    assertThat(waits(opened.commits(CHIKA, new IssueCommand.CommentIssue(issue.id(), word)), DARA))
        .isEmpty();
    assertThat(
            waits(
                opened.commits(
                    BOLA, new IssueCommand.CloseIssue(issue.id(), IssueState.DONE, null)),
                DARA))
        .isEmpty();
    var about = new UpdateReferences(null, List.of(issue), null);
    assertThat(waits(opened.later(Duration.ofHours(1)).and(posted("said", about)), DARA))
        .as("an update about it")
        .isEmpty();
  }
}
