package org.caucus.coalition.actions.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.VERA;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.RevisionCounter;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionAttendance;
import org.caucus.coalition.actions.ActionDetailFields;
import org.caucus.coalition.actions.ActionDetails;
import org.caucus.coalition.actions.ActionPlan;
import org.caucus.coalition.actions.Commitment;
import org.caucus.coalition.query.Filter;
import org.caucus.coalition.query.FilterContext;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.support.Checkout;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.spill.StoredText;
import org.caucus.workspace.Given;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcollections.PMap;

/** What filters find; the browser's reader of the same language is held to the same cases. */
class ActionFilterTest {
  private static final Path CASES = Checkout.server("src/test/resources/filters/actions.json");

  /** Anyone who reads everything. */
  private static boolean reads(Scope any) {
    return any.audience() != null;
  }

  private static JsonObject all() throws IOException {
    return new JsonObject(Files.readString(CASES));
  }

  static List<JsonObject> cases() throws IOException {
    return all().getJsonArray("cases").stream().map(JsonObject.class::cast).toList();
  }

  private static Action action(JsonObject a) {
    Instant at = Instant.parse(a.getString("plannedAt"));
    Instant changed = Instant.parse(a.getString("changedAt"));
    ZoneId zone = ZoneId.of(a.getString("zone"));
    RevisionCounter versions = RevisionCounter.begun(Audience.everyone(), at).changed(changed);
    return new Action(
        a.getString("id"),
        Action.Kind.valueOf(a.getString("kind")),
        new ActionPlan(
            a.getString("title"),
            StoredText.of(a.getString("description")),
            Action.State.valueOf(a.getString("state")),
            new SeatId(a.getString("owner")),
            new Action.When(instant(a, "startsAt"), instant(a, "endsAt"), zone),
            StoredText.of(a.getString("place")),
            StoredText.of(a.getString("outcome")),
            ActionDetailFields.read(a, ActionDetails.none())),
        Audience.everyone(),
        words(a.getJsonArray("commitments"), Audience.everyone()),
        ActionAttendance.none(),
        null,
        at,
        null,
        new SeatId(a.getString("plannedBy")),
        at,
        versions);
  }

  private static PMap<String, Commitment> words(JsonArray commitments, Audience audience) {
    PMap<String, Commitment> words = PersistentMap.empty();
    for (Object each : commitments) {
      JsonObject c = (JsonObject) each;
      String party = c.getString("organisation");
      Commitment.Answer answer = Commitment.Answer.valueOf(c.getString("answer"));
      words =
          words.plus(
              party,
              new Commitment(
                  party,
                  answer,
                  StoredText.of(""),
                  new SeatId("x"),
                  Given.START,
                  audience,
                  List.of()));
    }
    return words;
  }

  private static @Nullable Instant instant(JsonObject a, String field) {
    String at = a.getString(field);
    return at == null ? null : Instant.parse(at);
  }

  private static Stream<Action> actions() throws IOException {
    return all().getJsonArray("actions").stream().map(a -> action((JsonObject) a));
  }

  private static FilterContext asker(SeatId me) {
    return new FilterContext(
        Given.coalition().state().members(), me, LocalDate.parse("2026-06-15"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aFilterFindsWhatItSays(JsonObject one) throws IOException {
    String q = one.getString("q");
    if (one.containsKey("wrong")) {
      assertThatThrownBy(() -> ActionFilter.parse(q, asker(BOLA), ActionFilterTest::reads))
          .isInstanceOfSatisfying(
              Refusal.class,
              no -> {
                assertThat(no.field()).isEqualTo("q");
                assertThat(no.why()).startsWith("\"" + one.getString("wrong") + "\" is not");
              });
      return;
    }
    Filter<Action> filter = ActionFilter.parse(q, asker(BOLA), ActionFilterTest::reads);

    assertThat(actions().filter(filter::test).map(Action::id).toList())
        .as(q)
        .isEqualTo(one.getJsonArray("finds").getList());
  }

  /** Chirp declined among civil society and Chirp: to Vista it is asked, and has said nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"org:chirp", "-org:chirp"})
  void aWordThatOneCannotReadIsNoWord(String q) throws IOException {
    Audience few = Audience.withCompany("chirp");
    Action call =
        actions()
            .filter(a -> a.id().equals("call"))
            .map(a -> said(a, few))
            .findFirst()
            .orElseThrow();
    Predicate<Scope> verasOwn = Given.coalition().state().access().asked(VERA);
    Predicate<Scope> bolasOwn = Given.coalition().state().access().asked(BOLA);

    boolean vera = ActionFilter.parse(q, asker(VERA), verasOwn).test(call);
    boolean bola = ActionFilter.parse(q, asker(BOLA), bolasOwn).test(call);

    assertThat(vera).isEqualTo(q.startsWith("org"));
    assertThat(bola).isEqualTo(q.startsWith("-"));
  }

  private static Action said(Action a, Audience few) {
    JsonObject no = new JsonObject().put("organisation", "chirp").put("answer", "WILL_NOT");
    return new Action(
        a.id(),
        a.kind(),
        a.plan(),
        a.audience(),
        words(new JsonArray().add(no), few),
        a.presence(),
        null,
        a.remindedUpTo(),
        null,
        a.plannedBy(),
        a.plannedAt(),
        a.versions());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a ", "kind:x,", "\"", "-", "::", "due:<1d,", "(((((", "org:b "})
  @Timeout(value = 2, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aBombIsRefusedAtOnce(String piece) {
    assertThatThrownBy(
            () -> ActionFilter.parse(piece.repeat(1_000_000), asker(BOLA), ActionFilterTest::reads))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("The limit is %,d".formatted(Filter.MAX_CHARS));
  }

  @Test
  void whatAnActionIsNotAskedForIsNamedWithWhatItIs() {
    assertThatThrownBy(() -> ActionFilter.parse("kind:cal", asker(BOLA), ActionFilterTest::reads))
        .hasMessageContaining(
            "\"cal\" is not valid there. Use one of these: event, review, call, press_conference");
    assertThatThrownBy(
            () -> ActionFilter.parse("assignee:me", asker(BOLA), ActionFilterTest::reads))
        .hasMessageContaining(
            "the key \"assignee\" is not known. Use one of these: kind, state, owner");
  }
}
