package org.caucus.coalition.access.audience;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.updates.Update;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * What a thing is, for the question who reads it.
 *
 * @param title what people call it
 * @param head all that its head says to the person who asks, as words that are equal when it is
 * @param container what it is in, which holds its audience down (rule R2)
 * @param author whose words it is; null for a place, which is the convenors'
 * @param on seats with a duty in it, who must be able to read it (rule R7)
 */
record AudienceSubject(
    Ref ref,
    String title,
    String head,
    Scope scope,
    Scope container,
    @Nullable SeatId author,
    List<SeatId> on) {
  /** The thing, if this seat can read it; else it is absent. */
  static AudienceSubject of(AudienceHistory.Held state, Ref ref, SeatId reader) {
    AudienceSubject thing = find(state, ref, reader);
    state.access().mustRead(reader, thing.scope);
    return thing;
  }

  private static AudienceSubject find(AudienceHistory.Held state, Ref ref, SeatId reader) {
    String id = ref.id();
    Predicate<Scope> reads = state.access().asked(reader);
    return switch (ref.kind()) {
      case THREAD -> state.lists().thread(id).map(t -> of(state, t)).orElseThrow(Refusal::absent);
      case ISSUE ->
          state
              .issues()
              .find(state.access(), reader, id)
              .map(i -> of(state, i, reads))
              .orElseThrow(Refusal::absent);
      case UPDATE -> state.updates().find(id).map(u -> of(u, reads)).orElseThrow(Refusal::absent);
      case ACTION -> state.actions().find(id).map(a -> of(a, reads)).orElseThrow(Refusal::absent);
      case ENTRY -> state.entries().find(id).map(e -> of(state, e)).orElseThrow(Refusal::absent);
      case LIST -> state.lists().list(id).map(l -> of(ref, l)).orElseThrow(Refusal::absent);
      case TRACKER ->
          state
              .issues()
              .tracker(id)
              .map(t -> place(Ref.to(Ref.Kind.TRACKER, t.key()), t.name(), t.audience()))
              .orElseThrow(Refusal::absent);
      case WORKSPACE, SEAT, ORGANISATION, INVITATION, HOLD -> throw Refusal.absent();
    };
  }

  private static AudienceSubject of(Ref ref, MailingList list) {
    return place(ref, list.name(), list.audience());
  }

  private static AudienceSubject place(Ref ref, String name, Audience ceiling) {
    Scope all = Scope.place(Audience.everyone());
    return new AudienceSubject(ref, name, name, Scope.place(ceiling), all, null, List.of());
  }

  private static AudienceSubject of(AudienceHistory.Held state, Thread thread) {
    Scope scope = state.lists().scope(thread);
    return said(thread.ref(), thread.subject(), "", scope, thread.startedBy(), List.of());
  }

  private static AudienceSubject of(
      AudienceHistory.Held state, Issue issue, Predicate<Scope> reads) {
    Scope scope = state.issues().scope(issue);
    String title = issue.label() + " " + issue.title();
    String head = String.valueOf(issue.seenBy(reads, scope).version());
    return said(issue.ref(), title, head, scope, issue.openedBy(), issue.assignees());
  }

  private static AudienceSubject of(Update update, Predicate<Scope> reads) {
    String head = String.valueOf(update.seenBy(reads).number());
    return said(update.ref(), update.title(), head, update.scope(), update.seat(), List.of());
  }

  private static AudienceSubject of(Action action, Predicate<Scope> reads) {
    List<SeatId> owner = List.of(action.owner());
    String head = String.valueOf(action.seenBy(reads).version());
    return said(action.ref(), action.title(), head, action.scope(), action.plannedBy(), owner);
  }

  private static AudienceSubject of(AudienceHistory.Held state, Entry entry) {
    Ref ref = Ref.to(Ref.Kind.ENTRY, entry.id());
    Scope scope = state.scopeOf(ref).orElseThrow();
    return said(ref, "", "", scope, entry.seat(), List.of());
  }

  private static AudienceSubject said(
      Ref ref, String title, String head, Scope scope, SeatId author, List<SeatId> on) {
    Scope container = Objects.requireNonNull(scope.parent());
    return new AudienceSubject(ref, title, title + "\0" + head, scope, container, author, on);
  }

  /** Where it would stand with another audience. */
  Scope with(Audience to) {
    return new Scope(to, scope.at(), scope.parent());
  }

  Audience audience() {
    return scope.audience();
  }

  /** A list or a tracker: its audience is a ceiling. */
  boolean isPlace() {
    return author == null;
  }

  /** Whether it has a head and entries of its own. */
  boolean isItem() {
    return !isPlace() && ref.kind() != Ref.Kind.ENTRY;
  }
}
