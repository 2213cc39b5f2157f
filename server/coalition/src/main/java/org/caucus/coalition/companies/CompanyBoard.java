package org.caucus.coalition.companies;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateLifecycle;
import org.caucus.coalition.updates.UpdateLifecyclePresenter;
import org.caucus.coalition.updates.UpdatePresenter;
import org.caucus.coalition.updates.UpdateQuestions;
import org.caucus.coalition.updates.Updates;
import org.caucus.kernel.SeatId;
import org.caucus.platform.json.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * Each company by what it was asked for, said, promised and answered, as far as one reader can see:
 * what is hidden is not counted. What was taken back counts as no promise. Days are UTC's.
 */
public final class CompanyBoard {
  /** Requests to one company that are shown; all are counted. */
  static final int MOST_ASKED = 20;

  private static final JsonFields<Request> REQUEST =
      JsonFields.of("OpenRequest", Request.class, "what.ref.id what.title overdue due said");
  private static final JsonFields<Update> SAID =
      JsonFields.of("OpenRequest.said", Update.class, "id title stage attribution");
  private static final JsonFields<Promise> PROMISE =
      JsonFields.of(
          "OpenPromise", Promise.class, "id title stage attribution overdue particulars.due first");

  private final Updates.Held state;
  private final SeatId reader;
  private final Instant now;
  private final Predicate<Scope> reads;
  private final List<Update> feed;
  private final List<Updates.Asked> asked;

  /** The board at this time. */
  public CompanyBoard(Updates.Held state, SeatId reader, Instant now) {
    this.state = state;
    this.reader = reader;
    this.now = now;
    this.reads = state.access().asked(reader);
    this.feed = UpdatePresenter.feed(state, reader);
    this.asked = state.askedOfCompanies().filter(a -> reads.test(a.what().scope())).toList();
  }

  private record Request(Updates.Asked asked, boolean overdue, Optional<JsonObject> said) {}

  private record Promise(Update update, boolean overdue, Optional<LocalDate> first) {}

  /** All companies, in the order of their names. */
  public JsonArray show() {
    JsonArray shown = new JsonArray();
    state.members().parties().stream()
        .filter(o -> o.side() == Side.COMPANY)
        .sorted(Comparator.comparing(Organisation::name).thenComparing(Organisation::slug))
        .forEach(o -> shown.add(line(o.slug())));
    return shown;
  }

  private JsonObject line(String company) {
    List<Update> own = feed.stream().filter(u -> u.company().equals(company)).toList();
    JsonObject line = UpdatePresenter.line(state, company, reader, now);
    MonthlyFigures months = new MonthlyFigures(now);
    List<Instant> open = new ArrayList<>();
    for (Update update : own) {
      months.update(update.at());
      questions(update, months, open);
    }
    line.put("requests", (int) own.stream().filter(CompanyBoard::isOpenRequest).count())
        .put("questions", open.size())
        .put("months", months.show());
    open.stream()
        .min(Comparator.naturalOrder())
        .ifPresent(oldest -> line.put("waitingDays", Duration.between(oldest, now).toDays()));
    asked(line, asked.stream().filter(a -> a.companies().contains(company)).toList(), own);
    promises(line, own.stream().filter(this::isPromise).toList());
    return line;
  }

  /** What is asked of it, the next first, with the last that it said to each. */
  private void asked(JsonObject line, List<Updates.Asked> requests, List<Update> own) {
    JsonArray shown = new JsonArray();
    requests.stream()
        .sorted(
            Comparator.comparing((Updates.Asked a) -> orLast(a.due()))
                .thenComparing(a -> a.what().title()))
        .limit(MOST_ASKED)
        .forEach(a -> shown.add(request(a, own)));
    line.put("asked", requests.size()).put("askedFor", shown);
  }

  private JsonObject request(Updates.Asked asked, List<Update> own) {
    Optional<JsonObject> said =
        own.stream()
            .filter(u -> u.stands() && u.particulars().links().contains(asked.what().ref()))
            .findFirst()
            .map(SAID::json);
    return REQUEST.json(new Request(asked, isPast(asked.due()), said));
  }

  private static boolean isOpenRequest(Update update) {
    return update.kind() == Update.Kind.REQUEST
        && update.stage() != Update.Stage.DONE
        && update.stands();
  }

  /**
   * What has a day or had one, and what was decided to be done: taking a day away keeps nothing.
   */
  private boolean isPromise(Update update) {
    boolean decided =
        update.kind() == Update.Kind.ACTION
            && (update.stage() == Update.Stage.DECIDED || update.stage() == Update.Stage.DONE);
    return update.stands()
        && (update.particulars().due() != null || first(update).isPresent() || decided);
  }

  private void promises(JsonObject line, List<Update> promises) {
    long kept = promises.stream().filter(u -> u.stage() == Update.Stage.DONE).count();
    long late = promises.stream().filter(this::isOverdue).count();
    line.put("promised", promises.size()).put("kept", (int) kept).put("overdue", (int) late);
    line.put(
        "promises",
        PROMISE.all(
            promises.stream()
                .filter(u -> u.stage() != Update.Stage.DONE)
                .sorted(Comparator.comparing(CompanyBoard::dueOrLast).thenComparing(Update::at))
                .map(u -> new Promise(u, isOverdue(u), first(u).filter(d -> !d.equals(due(u)))))
                .toList()));
  }

  private static @Nullable LocalDate due(Update update) {
    return update.particulars().due();
  }

  /** The day that was promised first, as far as this reader knows of it. */
  private Optional<LocalDate> first(Update update) {
    return update.pastFor(reads).stream()
        .flatMap(past -> Optional.ofNullable(past.particulars().due()).stream())
        .findFirst();
  }

  private static LocalDate dueOrLast(Update update) {
    return orLast(update.particulars().due());
  }

  private static LocalDate orLast(@Nullable LocalDate due) {
    return due == null ? LocalDate.MAX : due;
  }

  private boolean isOverdue(Update update) {
    return update.stage() != Update.Stage.DONE && isPast(update.particulars().due());
  }

  private boolean isPast(@Nullable LocalDate due) {
    return due != null && due.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC));
  }

  /** One waits until there is an answer that this reader can read. */
  private void questions(Update update, MonthlyFigures months, List<Instant> open) {
    for (UpdateLifecycle.Question question : UpdateQuestions.asked(state, update).toList()) {
      if (UpdateLifecyclePresenter.entryScope(state, update, question.entry())
          .filter(reads)
          .isEmpty()) {
        continue;
      }
      months.question(question.at());
      UpdateLifecyclePresenter.firstAnswer(state, update, question, reads)
          .flatMap(state.entries()::find)
          .map(Entry::at)
          .ifPresentOrElse(
              at -> months.answered(question.at(), Duration.between(question.at(), at)),
              () -> open.add(question.at()));
    }
  }
}
