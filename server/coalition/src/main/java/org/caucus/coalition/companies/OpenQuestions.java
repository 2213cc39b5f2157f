package org.caucus.coalition.companies;

import io.vertx.core.json.JsonArray;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
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
 * What a company was asked and no liaison of it has answered yet, as far as one of them can read
 * it: questions under its updates, and requests that are issues. Pure.
 */
final class OpenQuestions {
  /** Most that are shown, the oldest first. */
  static final int MOST = 200;

  private static final JsonFields<One> ONE =
      JsonFields.of("CompanyRequest", One.class, "kind id title entry seat at due");

  private final Updates.Held state;
  private final Seat liaison;
  private final Predicate<Scope> reads;

  private OpenQuestions(Updates.Held state, Seat liaison) {
    this.state = state;
    this.liaison = liaison;
    this.reads = state.access().asked(liaison.id());
  }

  /** What waits for this seat; nothing for the person who cannot answer for a company. */
  static JsonArray of(Updates.Held state, SeatId id) {
    Seat seat = state.members().seats().get(id);
    return seat == null || !seat.active() || seat.role() != Role.LIAISON
        ? new JsonArray()
        : new OpenQuestions(state, seat).show();
  }

  /** One thing that waits. */
  private record One(
      String kind,
      String id,
      String title,
      @Nullable String entry,
      SeatId seat,
      Instant at,
      @Nullable LocalDate due) {}

  private JsonArray show() {
    List<One> all = new ArrayList<>();
    UpdatePresenter.feed(state, liaison.id()).stream()
        .filter(u -> u.company().equals(liaison.organisation()))
        .forEach(u -> questions(u, all));
    var unanswered = new UnansweredRequests(state, liaison.organisation());
    state
        .askedOfCompanies()
        .filter(a -> a.companies().contains(liaison.organisation()))
        .filter(a -> reads.test(a.what().scope()) && unanswered.waits(a))
        .forEach(a -> all.add(request(a)));
    return ONE.all(all.stream().sorted(Comparator.comparing(One::at)).limit(MOST).toList());
  }

  private void questions(Update update, List<One> all) {
    for (UpdateLifecycle.Question question : UpdateQuestions.asked(state, update).toList()) {
      Optional<Entry> entry = state.entries().find(question.entry());
      Optional<Scope> scope = UpdateLifecyclePresenter.entryScope(state, update, question.entry());
      if (entry.isPresent()
          && scope.filter(reads).isPresent()
          && UpdateQuestions.isOpen(state, update, question)) {
        all.add(
            new One(
                "question",
                update.id(),
                update.title(),
                question.entry(),
                entry.get().seat(),
                question.at(),
                null));
      }
    }
  }

  private One request(Updates.Asked asked) {
    return new One(
        "request",
        asked.what().ref().id(),
        asked.what().title(),
        null,
        asked.by(),
        asked.since(liaison.organisation()),
        asked.due());
  }
}
