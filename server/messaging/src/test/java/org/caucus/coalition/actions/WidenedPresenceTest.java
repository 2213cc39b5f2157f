package org.caucus.coalition.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.coalition.actions.Called.CALL;
import static org.caucus.coalition.actions.Called.opened;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;

/** What was written down before others could read the action, and those who write after them. */
class WidenedPresenceTest {
  private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
  private static final SeatId COLLEAGUE = new SeatId("chidi");

  private static Given planned() {
    return Called.planned(Audience.civilSociety());
  }

  private static ActionCommand writes(String text, Instant over) {
    return new ActionCommand.WriteMinutes(CALL, text, over);
  }

  private static ActionCommand wereThere(SeatId... seats) {
    return new ActionCommand.NoteAttendance(CALL, List.of(seats));
  }

  private static JsonObject shown(Given given, SeatId reader) {
    Action action = given.state().actions().find(CALL).orElseThrow();
    return ActionPresenter.show(given.state(), action, reader);
  }

  private static Instant written(Given given, SeatId reader) {
    return Instant.parse(shown(given, reader).getJsonObject("minutes").getString("at"));
  }

  @Test
  void whoCannotReadTheEarlierMinutesWritesAsIfThereWereNone() {
    Given none = opened(planned());
    Given some = opened(planned().does(BOLA, writes("We trust them little.", Instant.EPOCH)));

    some.when(CHIKA, writes("We said hello.", Instant.EPOCH))
        .then(new ActionEvent.MinutesWritten(CALL, "We said hello.", CHIKA));
    assertThat(shown(some, CHIKA).getJsonObject("minutes")).isNull();
    assertThat(shown(some, CHIKA).fieldNames()).isEqualTo(shown(none, CHIKA).fieldNames());
  }

  @Test
  void whatTheyWriteTakesNothingFromThoseWhoCanReadTheEarlierOnes() {
    Given given =
        opened(planned().does(BOLA, writes("We trust them little.", Instant.EPOCH)))
            .does(CHIKA, writes("We said hello.", Instant.EPOCH));

    JsonObject amina = shown(given, AMINA);
    assertThat(amina.getJsonObject("minutes").getString("text")).isEqualTo("We said hello.");
    JsonObject earlier = amina.getJsonArray("earlierMinutes").getJsonObject(0);
    assertThat(earlier.getString("text")).isEqualTo("We trust them little.");
    assertThat(earlier.getString("audience")).isEqualTo("CIVIL_SOCIETY");
    assertThat(shown(given, CHIKA).encode()).doesNotContain("trust", "earlierMinutes");
  }

  @Test
  void whoCanReadBothWritesOverBothAndMustHaveSeenTheNewest() {
    Given first = opened(planned().does(BOLA, writes("We trust them little.", Instant.EPOCH)));
    Instant seen = written(first, AMINA);
    Given second = first.does(CHIKA, writes("We said hello.", Instant.EPOCH));

    second.when(AMINA, writes("Hello was said.", seen)).refused(Refusal.Kind.CONFLICT);
    Given third = second.does(AMINA, writes("Hello was said.", written(second, AMINA)));
    assertThat(shown(third, BOLA).getJsonArray("earlierMinutes")).isNull();
    assertThat(shown(third, CHIKA).getJsonObject("minutes").getString("text"))
        .isEqualTo("Hello was said.");
  }

  @Test
  void whoWasThereIsKeptForItsReadersToo() {
    Given given =
        opened(planned().does(BOLA, wereThere(AMINA, BOLA))).does(CHIKA, wereThere(CHIKA));

    assertThat(shown(given, AMINA).getJsonArray("present"))
        .isEqualTo(new JsonArray().add(CHIKA.value()));
    JsonObject earlier = shown(given, AMINA).getJsonArray("earlierPresent").getJsonObject(0);
    assertThat(earlier.getJsonArray("present"))
        .isEqualTo(new JsonArray().add(AMINA.value()).add(BOLA.value()));
    assertThat(shown(given, CHIKA).encode()).doesNotContain("earlierPresent", AMINA.value());
  }

  @Test
  void aNarrowedActionTakesItsMinutesAlong() {
    Given given =
        opened(planned().does(BOLA, writes("We trust them little.", Instant.EPOCH)))
            .does(CHIKA, writes("We said hello.", Instant.EPOCH))
            .and(
                new AudienceEvent.Narrowed(
                    Ref.to(Ref.Kind.ACTION, CALL),
                    Audience.everyone(),
                    Audience.civilSociety(),
                    BOLA,
                    List.of()));
    Given again = opened(given);

    assertThat(shown(again, CHIKA).encode()).doesNotContain("trust", "hello");
    assertThat(shown(again, AMINA).encode()).contains("trust", "hello");
  }

  /**
   * Two worlds that differ in a word which a colleague cannot read: told in both, or in neither.
   */
  @Test
  void aWordThatASeatCannotReadMakesNoDifferenceToWhatItHearsOf() {
    Ref action = Ref.to(Ref.Kind.ACTION, CALL);
    Given named =
        Given.coalition()
            .and(
                Parties.seat(COLLEAGUE, "chirp", Role.LIAISON, null),
                new ActionEvent.ActionPlanned(
                    CALL,
                    Action.Kind.CALL,
                    "Call",
                    "",
                    AMINA,
                    new Action.When(null, null, LAGOS),
                    "",
                    Audience.named(List.of(AMINA, CHIKA)),
                    AMINA));
    Given said =
        named.and(new ActionEvent.Committed(CALL, "chirp", Commitment.Answer.WILL, "", CHIKA));
    var opened =
        new AudienceEvent.Widened(
            action, Audience.named(List.of(AMINA, CHIKA)), Audience.everyone(), AMINA, null);

    assertThat(involved(said.and(opened), COLLEAGUE))
        .isEqualTo(involved(named.and(opened), COLLEAGUE));
    assertThat(involved(said.and(opened), CHIKA)).isTrue();
  }

  private static boolean involved(Given given, SeatId seat) {
    Action action = given.state().actions().find(CALL).orElseThrow();
    return ActionNotifications.involved(given.state(), action).contains(seat);
  }

  private static ActionCommand word(Commitment.Answer answer, String note) {
    return new ActionCommand.Commit(CALL, null, answer, note);
  }

  private static JsonObject wordOf(Given given, SeatId reader) {
    JsonArray words = shown(given, reader).getJsonArray("commitments");
    return words.isEmpty() ? new JsonObject() : words.getJsonObject(0);
  }

  private static List<String> earlier(Given given, SeatId reader) {
    return wordOf(given, reader).getJsonArray("earlier", new JsonArray()).stream()
        .map(w -> ((JsonObject) w).getString("note"))
        .toList();
  }

  /** Bola's organisation said something among few; a colleague came with the others. */
  private static Given colleague(Given among) {
    return opened(
        among.and(
            new MemberEvent.OrganisationAdded(
                "late", "Late", Side.COMPANY, MemberEvent.History.FROM_JOINING),
            Parties.seat(COLLEAGUE, "press", Role.MEMBER, null)));
  }

  private static Given namedFirst() {
    return Called.planned(Audience.named(List.of(AMINA, BOLA)));
  }

  @Test
  void aColleagueWhoCannotReadTheWordGivenBeforeTakesItFromNobody() {
    Given given =
        colleague(namedFirst().does(BOLA, word(Commitment.Answer.WILL, "With our two lawyers")))
            .does(COLLEAGUE, word(Commitment.Answer.WILL_NOT, "Nobody is free"));

    assertThat(wordOf(given, AMINA).getString("answer")).isEqualTo("WILL_NOT");
    assertThat(earlier(given, AMINA)).containsExactly("With our two lawyers");
    assertThat(earlier(given, BOLA)).containsExactly("With our two lawyers");
    for (SeatId other : List.of(COLLEAGUE, CHIKA)) {
      assertThat(wordOf(given, other).getString("answer")).isEqualTo("WILL_NOT");
      assertThat(wordOf(given, other).containsKey("earlier")).isFalse();
    }
  }

  @Test
  void whoCouldNotReadAnEarlierWordSeesWhatTheyWouldSeeIfThereWereNone() {
    Given some =
        colleague(namedFirst().does(BOLA, word(Commitment.Answer.WILL, "With our two lawyers")));
    Given none = colleague(namedFirst().later(Duration.ofMinutes(1)));

    for (SeatId other : List.of(COLLEAGUE, CHIKA)) {
      assertThat(wordOf(some, other)).isEqualTo(wordOf(none, other));
      assertThat(
              shown(some.does(COLLEAGUE, word(Commitment.Answer.MAY, "")), other)
                  .getJsonArray("commitments"))
          .isEqualTo(
              shown(none.does(COLLEAGUE, word(Commitment.Answer.MAY, "")), other)
                  .getJsonArray("commitments"));
    }
  }

  @Test
  void whoCanReadBothReplacesBoth() {
    Given given =
        colleague(namedFirst().does(BOLA, word(Commitment.Answer.WILL, "With our two lawyers")))
            .does(COLLEAGUE, word(Commitment.Answer.WILL_NOT, "Nobody is free"))
            .does(BOLA, word(Commitment.Answer.WILL, "We come"));

    assertThat(wordOf(given, AMINA).getString("note")).isEqualTo("We come");
    assertThat(earlier(given, AMINA)).isEmpty();
  }

  @Test
  void aNarrowedActionTakesEarlierWordsAlong() {
    Given given =
        colleague(namedFirst().does(BOLA, word(Commitment.Answer.WILL, "With our two lawyers")))
            .does(COLLEAGUE, word(Commitment.Answer.WILL_NOT, ""))
            .and(
                new AudienceEvent.Narrowed(
                    Ref.to(Ref.Kind.ACTION, CALL),
                    Audience.everyone(),
                    Audience.named(List.of(BOLA)),
                    BOLA,
                    List.of()),
                new AudienceEvent.Widened(
                    Ref.to(Ref.Kind.ACTION, CALL),
                    Audience.named(List.of(BOLA)),
                    Audience.everyone(),
                    BOLA,
                    null));

    assertThat(earlier(given, BOLA)).containsExactly("With our two lawyers");
    assertThat(wordOf(given, AMINA)).isEqualTo(new JsonObject());
  }
}
