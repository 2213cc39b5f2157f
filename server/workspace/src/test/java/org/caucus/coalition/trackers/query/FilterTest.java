package org.caucus.coalition.trackers.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.caucus.coalition.query.Filter;
import org.caucus.coalition.query.FilterContext;
import org.caucus.coalition.trackers.fields.IssueFields;
import org.caucus.coalition.trackers.fields.IssueFieldsJson;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.support.Checkout;
import org.caucus.kernel.support.Growth;
import org.caucus.workspace.Given;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What filters find; the browser's reader of the same language is held to the same cases. */
class FilterTest {
  private static final Path CASES = Checkout.server("src/test/resources/filters/cases.json");

  private record Case(
      String label,
      String title,
      String description,
      String provision,
      IssueState state,
      IssueFields facets,
      List<SeatId> assignees,
      List<SeatId> watchers,
      @Nullable LocalDate due,
      SeatId openedBy,
      Instant openedAt,
      Instant changedAt)
      implements IssueFilterFacts {
    static Case of(JsonObject i) {
      String due = i.getString("due");
      return new Case(
          i.getString("label"),
          i.getString("title"),
          i.getString("description"),
          i.getString("provision"),
          IssueState.valueOf(i.getString("state")),
          IssueFields.USUAL.with(Objects.requireNonNull(IssueFieldsJson.change(i))),
          seats(i.getJsonArray("assignees")),
          seats(i.getJsonArray("watchers")),
          due == null ? null : LocalDate.parse(due),
          new SeatId(i.getString("openedBy")),
          Instant.parse(i.getString("openedAt")),
          Instant.parse(i.getString("changedAt")));
    }

    private static List<SeatId> seats(JsonArray ids) {
      return ids.stream().map(id -> new SeatId((String) id)).toList();
    }
  }

  private static JsonObject all() throws IOException {
    return new JsonObject(Files.readString(CASES));
  }

  static List<JsonObject> cases() throws IOException {
    return all().getJsonArray("cases").stream().map(JsonObject.class::cast).toList();
  }

  private static FilterContext asker() {
    return new FilterContext(
        Given.coalition().state().members(), new SeatId("bola"), LocalDate.parse("2026-06-15"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aFilterFindsWhatItSays(JsonObject one) throws IOException {
    String q = one.getString("q");
    if (one.containsKey("wrong")) {
      assertThatThrownBy(() -> IssueFilter.parse(q, asker()))
          .isInstanceOfSatisfying(
              Refusal.class,
              no -> {
                assertThat(no.field()).isEqualTo("q");
                assertThat(no.why()).startsWith("\"" + one.getString("wrong") + "\" is not");
              });
      return;
    }
    Filter<IssueFilterFacts> filter = IssueFilter.parse(q, asker());

    List<String> found =
        all().getJsonArray("issues").stream()
            .map(i -> Case.of((JsonObject) i))
            .filter(filter::test)
            .map(Case::label)
            .toList();

    assertThat(found).as(q).isEqualTo(one.getJsonArray("finds").getList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a ", "label:x,", "\"", "-", "::", "due:<1d,", "(((((", "field.a:b "})
  @Timeout(value = 2, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aBombIsRefusedAtOnce(String piece) {
    assertThatThrownBy(() -> IssueFilter.parse(piece.repeat(1_000_000), asker()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("The limit is %,d".formatted(Filter.MAX_CHARS));
    String full = piece.repeat(Filter.MAX_CHARS / piece.length());
    try {
      IssueFilter.parse(full, asker());
    } catch (Refusal no) {
      assertThat(no.field()).isEqualTo("q");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "due:9223372036854775807d..today",
        "opened:today..9223372036854775807d",
        "changed:today..1317624576693539401w",
        "due:today..9223372036854775807w"
      })
  void daysBeyondTheCalendarAreRefused(String filter) {
    var asker =
        new FilterContext(
            Given.coalition().state().members(), new SeatId("amina"), LocalDate.of(2026, 7, 1));
    assertThatThrownBy(() -> IssueFilter.parse(filter, asker))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Write days like");
  }

  @Test
  void termsAndValuesHaveALimit() {
    assertThatCode(() -> IssueFilter.parse("a ".repeat(Filter.MAX_TERMS), asker()))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> IssueFilter.parse("a ".repeat(Filter.MAX_TERMS + 1), asker()))
        .hasMessageContaining("The limit is 30 terms");
    assertThatThrownBy(
            () -> IssueFilter.parse("label:" + "a,".repeat(Filter.MAX_VALUES) + "a", asker()))
        .hasMessageContaining("The limit is 20 values");
  }

  /** Anyone who writes both could have each look take as long as both multiplied. */
  @ParameterizedTest
  @CsvSource({"990, 1", "23, 30"})
  void wordsInLongTextsKeepNobodyWaiting(int letters, int terms) throws IOException {
    JsonObject issue = all().getJsonArray("issues").getJsonObject(0);
    int most = 100_000;
    double grows =
        Growth.of(
            most,
            length -> {
              Case hostile = Case.of(issue.copy().put("description", "A".repeat(length)));
              Filter<IssueFilterFacts> filter = filter(letters / (most / length), terms);
              return () -> assertThat(filter.test(hostile)).isTrue();
            });

    assertThat(grows).isLessThan(Growth.LINEAR);
    Filter<IssueFilterFacts> filter = filter(letters, terms);
    String there = "A".repeat(99_000) + "B";
    assertThat(filter.test(Case.of(issue.copy().put("description", there)))).isFalse();
  }

  private static Filter<IssueFilterFacts> filter(int letters, int terms) {
    String words = ("-" + "a".repeat(letters) + "b ").repeat(terms);
    return IssueFilter.parse(words.strip(), asker());
  }
}
