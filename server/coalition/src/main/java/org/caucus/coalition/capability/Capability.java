package org.caucus.coalition.capability;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Duty;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.CommitEvents;
import org.caucus.kernel.CommitTime;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slices;
import org.caucus.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * All that the rest of the house asks of one capability, such as trackers or updates. There is one
 * for each sealed family of events; {@code Capabilities} lists them all. Switches over its events
 * and kinds stand in its own folder, and have no {@code default}.
 *
 * @param <W> what it must know of a workspace
 * @param <E> its events, sealed
 */
public interface Capability<W extends Members.Held, E extends Event> {
  /** Its sealed family of events. */
  Class<E> events();

  /** The name each of its events has in the log, and what a member's own copy says of it. */
  List<EventName<? extends E>> names();

  /** Its commands, each family with its decider. */
  List<CommandFamily<? super W, ?>> commands();

  /** The kinds of things that are its own. */
  default Set<Ref.Kind> kinds() {
    return Set.of();
  }

  /** Where each of its surfaces is, or why it has none. */
  Facets facets();

  /** The states after one of its events. */
  Slices evolve(W now, E event, CommitTime commit);

  /** What it does on events of others. */
  default List<EventFollower<? super W, ?>> follows() {
    return List.of();
  }

  /**
   * What a thing of its kinds is in: a message in its thread, a thread in its list, a seat in its
   * organisation; empty if it stands alone. Where that is closed, so is the thing.
   */
  default Optional<Ref> containerOf(W now, Ref ref) {
    return Optional.empty();
  }

  /**
   * Whether an event happens also where nothing new is taken, because the place is archived or the
   * workspace is closed: it takes something away, lets fewer read, is about who may come in, or
   * about how somebody gets their own mail.
   */
  default boolean isPossibleWhenClosed(E event) {
    return false;
  }

  /** What an event of its own is about, and who may know of it as things stand now. */
  About about(W now, E event, CommitTime commit);

  /** The id by which the person who did it finds what they made or changed. */
  default String thing(E event, About about) {
    return about.ref().id();
  }

  /**
   * Whether an event can change who knows of earlier commits, because it changes who is here, or
   * the readers of what is there.
   */
  default boolean changesReaders(E event) {
    return false;
  }

  /** Who reads what an event says; null if those who may know of it do. */
  default @Nullable Scope readers(W now, E event) {
    return null;
  }

  /** The Message-ID of the letter that an event took in; null if there was none. */
  default @Nullable String messageId(E event) {
    return null;
  }

  /** Finds who can read a thing of its kinds now; empty if the workspace has no such thing. */
  default Optional<Scope> scopeOf(W now, Ref ref) {
    return Optional.empty();
  }

  /**
   * Where something new that is said in a thing of its kinds stands; empty if the workspace has no
   * such thing. Fewer may be in it than read it, as where people left.
   */
  default Optional<Scope> placeOf(W now, Ref ref) {
    return scopeOf(now, ref);
  }

  /**
   * Who knows of what happened in that commit to who reads a thing of its kinds, as things stand
   * now.
   */
  default Optional<Scope> knownTo(W now, Ref ref, CommitTime commit) {
    return scopeOf(now, ref);
  }

  /** The things that are in a place of its kinds. */
  default List<Ref> inside(W now, Ref place) {
    return List.of();
  }

  /**
   * What a letter does that answers the mail about one of its things; nobody else than its author
   * is asked about it.
   *
   * @throws Refusal if it does nothing, with the way out; so where a thing takes no answers at all
   */
  default List<Event> answered(W now, Ref thing, MailedLetter letter, CommandContext act) {
    throw Refusal.forbidden(Message.of("this-takes-no-answers-by-mail"));
  }

  /**
   * What the author of such a letter is told was done with it; empty if nothing was.
   *
   * @param readers who can read what stands there, in words
   */
  default Optional<String> confirmed(
      W now,
      CommitEvents commit,
      SeatId author,
      Function<Scope, String> readers,
      Language language) {
    return Optional.empty();
  }

  /** Things of its kinds that hang on a thing of another capability, and are bounded by that. */
  default Stream<Ref> hangingOn(W now, Ref thing) {
    return Stream.empty();
  }

  /**
   * The states after a thing of its kinds was opened to more.
   *
   * @param label what it is called from now on; null if that stays
   */
  default Slices widened(W now, Ref of, Audience to, @Nullable String label, CommitTime commit) {
    throw new IllegalStateException("has no audience to change: " + of);
  }

  /**
   * The states after a thing of its kinds was kept to fewer.
   *
   * @param narrower what becomes of the audience of each thing that it holds
   */
  default Slices narrowed(W now, Ref of, Audience to, UnaryOperator<Audience> narrower) {
    throw new IllegalStateException("has no audience to change: " + of);
  }

  /** What follows for its own state when the audience of a thing, of any kind, was changed. */
  default Slices audienceChanged(W now, Ref of) {
    return now.slices();
  }

  /** Finds a thing of its kinds; empty if the workspace has no such thing. */
  default Optional<Item> find(W now, Ref ref) {
    return Optional.empty();
  }

  /**
   * The same by any name that this reader may know it by; whether they may read it is not asked.
   */
  default Optional<Item> find(W now, Ref ref, SeatId reader) {
    return find(now, ref);
  }

  /** Puts the new form of a thing of its kinds that changed, and that the reader can read. */
  default void show(W now, Ref ref, ChangedThings out) {}

  /**
   * Puts what it knows of an entry, which another capability shows; the same for all seats of an
   * organisation and role that no audience names.
   *
   * @param scope the entry's, which the reader can read
   */
  default void showWith(W now, Ref entry, Scope scope, SeatId reader, JsonObject shown) {}

  /** Puts what is counted from a thing of its kinds, and so may have changed with it. */
  default void showCounts(W now, Ref ref, ChangedThings out) {}

  /**
   * Whether an event belongs to the audit view: it changed who is here, or what somebody may do or
   * read, or took a copy out.
   */
  boolean isAudited(E event);

  /** Whether an event is told in the list of what happened; its thing is shown anew in any case. */
  default boolean isActivity(E event) {
    return true;
  }

  /** The title that an event gives to the thing with this id; null if it gives it none. */
  default @Nullable String title(E event, String id) {
    return null;
  }

  /** What people say by an event, titles and notes too; null if they say nothing by it. */
  @Nullable EventWords words(E event);

  /** The words of an event in which others can be mentioned; empty if there are none. */
  default Optional<MentionableText> mentionable(E event) {
    return Optional.empty();
  }

  /** Who is told of its events, and in which words; by default nobody. */
  default NotificationFacet<W, E> notifications() {
    return NotificationFacet.none();
  }

  /** What letters become of it, each kind on its own; by default no letter becomes anything. */
  default List<MailFacet<? super W, ?>> mail() {
    return List.of();
  }

  /** Its things that say something themselves, beside what is said under them. */
  default Stream<Ref> saying(W now) {
    return Stream.empty();
  }

  /** What the weekly summary says of an event; empty if nothing. */
  default Optional<WeeklyDeed> weekly(W now, E event) {
    return Optional.empty();
  }

  /** The page of a thing of its kinds, below that of the workspace; empty if it has none. */
  default String page(Ref ref) {
    return "";
  }

  /** What seats have to do now. */
  default Stream<Duty> duties(W now) {
    return Stream.empty();
  }

  /**
   * The event by which a duty goes from one seat to another.
   *
   * @param to null if nobody has it from then on
   */
  default Event passedOn(W now, Ref thing, SeatId from, @Nullable SeatId to) {
    throw new IllegalStateException("no duty: " + thing);
  }

  /** The thing that an event made, or for which it changed what a search finds it by; else null. */
  @Nullable Ref searched(E event);
}
