package org.caucus.coalition.updates;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.json.JsonFields;
import org.jspecify.annotations.Nullable;

/** Shows what an update refers to and what became of it, as far as one seat may see it. */
public final class UpdateLifecyclePresenter {
  /** Not its links: they are shown to the person who reads both ends. */
  private static final JsonFields<UpdateReferences> REFERENCES =
      JsonFields.of("Update", UpdateReferences.class, "provision due");

  private static final JsonFields<UpdateLifecycle.Retraction> RETRACTION =
      JsonFields.of("RetractedUpdate", UpdateLifecycle.Retraction.class, "reason seat:by at");
  private static final JsonFields<Revision> REVISION =
      JsonFields.of(
          "UpdateRevision",
          Revision.class,
          "correction stage note seat:by at before.kind before.title before.body before.attribution"
              + " before.particulars.provision before.particulars.due");
  private static final JsonFields<UpdateLifecycle.Acknowledgement> ACKNOWLEDGED =
      JsonFields.of(
          "Acknowledgement", UpdateLifecycle.Acknowledgement.class, "organisation seat:by at");

  private UpdateLifecyclePresenter() {}

  /** A correction shows what was said before it. */
  private record Revision(UpdateLifecycle.Past past, UpdateLifecycle.@Nullable Past before) {}

  static void add(JsonObject shown, Updates.Held state, Update update, SeatId reader) {
    REFERENCES.put(update.particulars(), shown);
    if (update.course().retraction() != null) {
      shown.put("retraction", RETRACTION.json(update.course().retraction()));
    }
    Predicate<Scope> reads = state.access().asked(reader);
    some(shown, "past", past(update, reads));
    some(shown, "acknowledged", acknowledged(update, reads));
    some(shown, "questions", questions(state, update, reads));
  }

  private static void some(JsonObject shown, String field, JsonArray items) {
    if (!items.isEmpty()) {
      shown.put(field, items);
    }
  }

  private static JsonArray past(Update update, Predicate<Scope> reads) {
    JsonArray shown = new JsonArray();
    for (UpdateLifecycle.Past past : update.pastFor(reads)) {
      shown.add(REVISION.json(new Revision(past, past.correction() ? past : null)));
    }
    return shown;
  }

  private static JsonArray acknowledged(Update update, Predicate<Scope> reads) {
    JsonArray shown = new JsonArray();
    update.course().read().values().stream()
        .filter(a -> reads.test(update.scope().holds(a.audience(), a.at())))
        .sorted(
            Comparator.comparing(UpdateLifecycle.Acknowledgement::at)
                .thenComparing(UpdateLifecycle.Acknowledgement::organisation))
        .forEach(a -> shown.add(ACKNOWLEDGED.json(a)));
    return shown;
  }

  /** A question is answered for those who can read an answer. */
  private static JsonArray questions(Updates.Held state, Update update, Predicate<Scope> reads) {
    JsonArray shown = new JsonArray();
    UpdateQuestions.asked(state, update)
        .filter(q -> entryScope(state, update, q.entry()).filter(reads).isPresent())
        .sorted(
            Comparator.comparing(UpdateLifecycle.Question::at)
                .thenComparing(UpdateLifecycle.Question::entry))
        .forEach(
            q -> {
              JsonObject one =
                  new JsonObject().put("entry", q.entry()).put("at", q.at().toString());
              firstAnswer(state, update, q, reads).ifPresent(a -> one.put("answer", a));
              shown.add(one);
            });
    return shown;
  }

  /** The first entry by which the company answered, among those that pass. */
  public static Optional<String> firstAnswer(
      Updates.Held state,
      Update update,
      UpdateLifecycle.Question question,
      Predicate<Scope> reads) {
    return question.answers().stream()
        .filter(a -> UpdateQuestions.stands(state, a))
        .filter(a -> entryScope(state, update, a).filter(reads).isPresent())
        .findFirst();
  }

  /** Where an entry under an update stands. */
  public static Optional<Scope> entryScope(Updates.Held state, Update update, String entry) {
    return state.entries().find(entry).map(e -> update.scope().holds(e.audience(), e.at()));
  }

  /** What it links to, as far as this seat can read the other end. */
  public static JsonArray links(Updates.Held state, Update update, SeatId reader) {
    return links(state, update.particulars().links(), state.access().asked(reader));
  }

  /**
   * What it linked to before each correction that this seat can know of, by when that was made, as
   * far as it can read the other end; nothing for one before which it linked to nothing of that.
   */
  public static JsonArray earlierLinks(Updates.Held state, Update update, SeatId reader) {
    Predicate<Scope> reads = state.access().asked(reader);
    JsonArray shown = new JsonArray();
    for (UpdateLifecycle.Past past : update.pastFor(reads)) {
      JsonArray links = links(state, past.particulars().links(), reads);
      if (past.correction() && !links.isEmpty()) {
        shown.add(new JsonObject().put("at", past.at().toString()).put("links", links));
      }
    }
    return shown;
  }

  private static JsonArray links(Updates.Held state, List<Ref> links, Predicate<Scope> reads) {
    JsonArray shown = new JsonArray();
    for (Ref ref : links) {
      state
          .linked(ref)
          .filter(l -> reads.test(l.scope()))
          .ifPresent(l -> shown.add(link(state, l)));
    }
    return shown;
  }

  /** An update is nowhere shown without the terms under which it was said. */
  private static JsonObject link(Updates.Held state, Updates.Linked to) {
    JsonObject shown = EntryPresenter.ref(to.ref()).put("title", to.title());
    if (to.ref().kind() == Ref.Kind.UPDATE) {
      state
          .updates()
          .find(to.ref().id())
          .ifPresent(u -> shown.put("attribution", u.attribution().name()));
    }
    return shown;
  }
}
