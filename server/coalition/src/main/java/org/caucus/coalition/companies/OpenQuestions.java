package org.caucus.coalition.companies;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
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

/**
 * What a company was asked and no liaison of it has answered yet, as far as one of them can read
 * it: questions under its updates, and requests that are issues. Pure.
 */
final class OpenQuestions {
  /** Most that are shown, the oldest first. */
  static final int MOST = 200;

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
  private record One(Instant at, JsonObject shown) {}

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
    JsonArray shown = new JsonArray();
    all.stream()
        .sorted(Comparator.comparing(One::at))
        .limit(MOST)
        .forEach(one -> shown.add(one.shown()));
    return shown;
  }

  private void questions(Update update, List<One> all) {
    for (UpdateLifecycle.Question question : update.course().questions().values()) {
      Optional<Entry> entry = state.entries().find(question.entry());
      Optional<Scope> scope = UpdateLifecyclePresenter.entryScope(state, update, question.entry());
      if (entry.isPresent()
          && scope.filter(reads).isPresent()
          && UpdateQuestions.isOpen(state, update, question)) {
        all.add(
            new One(
                question.at(),
                new JsonObject()
                    .put("kind", "question")
                    .put("id", update.id())
                    .put("title", update.title())
                    .put("entry", question.entry())
                    .put("seat", entry.get().seat().value())
                    .put("at", question.at().toString())));
      }
    }
  }

  private One request(Updates.Asked asked) {
    Instant since = asked.since(liaison.organisation());
    JsonObject shown =
        new JsonObject()
            .put("kind", "request")
            .put("id", asked.what().ref().id())
            .put("title", asked.what().title())
            .put("seat", asked.by().value())
            .put("at", since.toString());
    if (asked.due() != null) {
      shown.put("due", asked.due().toString());
    }
    return new One(since, shown);
  }
}
