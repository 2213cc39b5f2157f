package org.caucus.coalition.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.VERA;

import java.time.Duration;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.updates.UpdateCommand.CommentUpdate;
import org.caucus.coalition.updates.UpdateCommand.PostUpdate;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What companies tell the coalition. */
class UpdateDeciderTest {
  private static PostUpdate says(@Nullable String company, @Nullable Audience audience) {
    return new PostUpdate(
        company,
        Update.Kind.POSITION,
        Update.Stage.IN_REVIEW,
        "On the notice period",
        "We read the draft with our counsel.",
        Update.Attribution.BACKGROUND,
        audience,
        null);
  }

  private static UpdateEvent.UpdatePosted posted(Audience audience) {
    return new UpdateEvent.UpdatePosted(
        Given.THING,
        "chirp",
        Update.Kind.POSITION,
        Update.Stage.IN_REVIEW,
        "On the notice period",
        "We read the draft with our counsel.",
        Update.Attribution.BACKGROUND,
        audience,
        CHIKA,
        Channel.WEB,
        null);
  }

  @Test
  void aLiaisonSpeaksForTheirCompany() {
    Audience with = Audience.withCompany("chirp");
    Given.coalition().when(CHIKA, says(null, null)).then(posted(with));
    Given.coalition().when(CHIKA, says("chirp", null)).then(posted(with));
    Given.coalition()
        .when(CHIKA, says(null, Audience.everyone()))
        .then(posted(Audience.everyone()));
    Given.coalition()
        .when(CHIKA, says(null, Audience.withCompany("chirp")))
        .then(posted(Audience.withCompany("chirp")));
  }

  @Test
  void nobodyElseDoes() {
    Given.coalition().when(VERA, says("chirp", null)).refused(Refusal.Kind.FORBIDDEN);
    Given.coalition().when(AMINA, says("chirp", null)).refused(Refusal.Kind.FORBIDDEN);
    Given.coalition().when(BOLA, says(null, null)).refused(Refusal.Kind.FORBIDDEN);
    Given.coalition().when(CLAIRE, says(null, null)).refused(Refusal.Kind.FORBIDDEN);
    SeatId counsel = new SeatId("counsel");
    Given.coalition()
        .and(Parties.seat(counsel, "chirp", Role.OBSERVER, null))
        .when(counsel, says(null, null))
        .refused(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void itsAudienceHasItsAuthorInside() {
    for (Audience outside :
        new Audience[] {
          Audience.civilSociety(), Audience.withCompany("vista"), Audience.companyOnly("vista")
        }) {
      Given.coalition().when(CHIKA, says(null, outside)).refused(Refusal.Kind.INVALID, "audience");
    }
  }

  @Test
  void anEmptyUpdateIsRefused() {
    PostUpdate untitled =
        new PostUpdate(
            null,
            Update.Kind.STATUS,
            Update.Stage.NOTED,
            " ",
            "x",
            Update.Attribution.ON_RECORD,
            null,
            null);
    Given.coalition().when(CHIKA, untitled).refused(Refusal.Kind.INVALID, "title");
  }

  @Test
  void commentsStayWithinTheUpdate() {
    Given given = Given.coalition().and(posted(Audience.withCompany("chirp")));

    given.when(BOLA, new CommentUpdate(Given.THING, Post.web("Thank you", null, null))).last();
    given
        .when(VERA, new CommentUpdate(Given.THING, Post.web("Hello", null, null)))
        .refused(Refusal.Kind.ABSENT);
    given
        .when(BOLA, new CommentUpdate(Given.THING, Post.web("Hello", null, Audience.everyone())))
        .refused(Refusal.Kind.INVALID, "audience");
  }

  @Test
  void theBoardTellsEachReaderWhatTheyCanSee() {
    var state = Given.coalition().and(posted(Audience.withCompany("chirp"))).state();
    var soon = state.history().getLast().at().plus(Duration.ofDays(3));

    var forBola = UpdatePresenter.line(state, "chirp", BOLA, soon);
    assertThat(forBola.getInteger("updates")).isEqualTo(1);
    assertThat(forBola.getLong("daysSince")).isEqualTo(3);
    assertThat(forBola.getBoolean("silent")).isFalse();
    assertThat(UpdatePresenter.line(state, "chirp", VERA, soon))
        .isEqualTo(UpdatePresenter.line(Given.coalition().state(), "chirp", VERA, soon));
    assertThat(
            UpdatePresenter.line(state, "chirp", BOLA, soon.plus(UpdatePresenter.SILENCE))
                .getBoolean("silent"))
        .isTrue();
  }

  @Test
  void aCompanyIsSilentOnlyAfterItHadTheTimeToSpeak() {
    var state = Given.coalition().state();
    var since = state.members().organisations().get("chirp").since();

    assertThat(
            UpdatePresenter.line(state, "chirp", BOLA, since.plusSeconds(60)).getBoolean("silent"))
        .isFalse();
    assertThat(
            UpdatePresenter.line(state, "chirp", BOLA, since.plus(UpdatePresenter.SILENCE))
                .getBoolean("silent"))
        .isTrue();
  }
}
