package org.caucus.coalition.access.audience;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
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
    Item item = state.item(ref, reader).filter(Item::hasAudience).orElseThrow(Refusal::absent);
    state.access().mustRead(reader, item.scope());
    return of(item, state.access().asked(reader));
  }

  private static AudienceSubject of(Item item, Predicate<Scope> reads) {
    Scope scope = item.scope();
    String title = item.ref().kind() == Ref.Kind.ENTRY ? "" : item.title();
    if (item.author() == null) {
      Scope all = Scope.place(Audience.everyone());
      return new AudienceSubject(item.ref(), title, title, scope, all, null, item.duties());
    }
    return new AudienceSubject(
        item.ref(),
        title,
        title + "\0" + item.head(reads),
        scope,
        Objects.requireNonNull(scope.parent()),
        item.author(),
        item.duties());
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
