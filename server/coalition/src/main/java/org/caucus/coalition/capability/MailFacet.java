package org.caucus.coalition.capability;

import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.HeaderKeys;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * What letters of one kind become, such as those that open a poll: where they go, who reads what
 * becomes of them, which events that is. The way in, moderation and duplicates ask this and nothing
 * else. Nothing is posted for a seat that may not post there: deciders see to that.
 *
 * @param <W> what it must know of a workspace
 * @param <T> where such a letter wants to go
 */
public interface MailFacet<W extends Members.Held, T extends MessageTarget> {
  /** What becomes of a letter whose author's words a convenor reads first. */
  enum Review {
    /** It waits until one did. */
    HELD,
    /** It cannot wait, and is refused. */
    REFUSED,
    /** It says nothing that others read. */
    NEEDLESS
  }

  /** What its targets are called in the log, for ever. */
  String name();

  /** Its targets. */
  Class<T> targets();

  /** The kind of things at whose own addresses such a letter arrives; null if it has others. */
  default Ref.@Nullable Kind addressees() {
    return null;
  }

  /**
   * What stands behind the name of the workspace in the address of such a letter, as in {@code
   * workspace+polls}; empty if it has other addresses.
   */
  default String detail() {
    return "";
  }

  /** The kind of things that it opens without a post that is the letter; null for none. */
  default Ref.@Nullable Kind opens() {
    return null;
  }

  /** What a letter wants by its address alone; empty if the address does not say it. */
  default Optional<T> addressed(String addressee) {
    return Optional.empty();
  }

  /**
   * The same of an address with a detail.
   *
   * @param detail what stands behind the name of what has the address; may be empty
   */
  default Optional<T> addressed(String addressee, String detail) {
    return addressed(addressee);
  }

  /** Where such a letter goes: those who read that place are asked about it. */
  Scope place(W now, T target);

  /**
   * Within which readers it can ask for some: those of its place, unless others read what becomes
   * of it, as of a company's update.
   */
  default Scope within(W now, T target) {
    return place(now, target);
  }

  /** Whether it is said to those who read its place when it comes, if it names no others. */
  default boolean isForPlace() {
    return true;
  }

  /**
   * Whom it reaches if it says nothing of that; empty for what goes to all of its place, or must
   * say it.
   *
   * @param author null for who has no seat
   */
  default Optional<Audience> usual(W now, T target, @Nullable SeatId author) {
    return Optional.empty();
  }

  /** Whether convenors may want to read it first; not if nobody else reads it anyway. */
  default boolean isModerated() {
    return true;
  }

  /** Whether a convenor can be asked about such a letter at all; else it is refused. */
  default boolean isForConvenors() {
    return true;
  }

  /**
   * What becomes of it where a convenor reads first what its author says.
   *
   * @param posted what it leads to
   */
  default Review review(W now, T target, MailedLetter letter, List<Event> posted) {
    return Review.HELD;
  }

  /** The list on which it is said; empty if it is on none. */
  default Optional<String> list(W now, T target) {
    return Optional.empty();
  }

  /** Whether what it opens would stand beside this thing, which it answers at another address. */
  default boolean isBeside(W now, T target, Ref answered) {
    return false;
  }

  /** The events that it leads to, or {@link org.caucus.kernel.Refusal}. Pure. */
  List<Event> decide(W now, T target, MailedLetter letter, CommandContext context);

  /**
   * What is left to others when a seat leaves that was still to say yes to it; empty if nothing.
   */
  default Optional<Event> left(W now, T target, MailedLetter letter, CommandContext author) {
    return Optional.empty();
  }

  /** What stands at its head, also what goes without saying; empty if nothing does. */
  default List<CommandLine> head(W now, T target) {
    return List.of();
  }

  /**
   * What lines at the head of such a letter may be of, besides who reads it.
   *
   * @param addressee what has the address, by its id
   */
  default HeaderKeys keys(W now, String addressee) {
    return HeaderKeys.NONE;
  }

  /**
   * What such lines ask, or why they are not understood; empty if nothing is asked by lines.
   *
   * @param words what stands below them
   */
  default Optional<HeaderReading<T>> read(
      W now, T target, List<CommandLine> lines, String words, MailAuthor author) {
    return Optional.empty();
  }

  /** The words below its head without what the target says already. */
  default String words(T target, String words) {
    return words;
  }

  /**
   * What its author is told was done with it, where no post of theirs says so; empty if nothing.
   */
  default Optional<Ref> done(List<Event> events) {
    return Optional.empty();
  }

  /**
   * What its author is told of a thing that such a letter made, in answer to it.
   *
   * @param readers who can read it, in words
   */
  default Optional<String> confirmation(W now, Ref thing, String readers, Language language) {
    return Optional.empty();
  }

  /** How such a letter is written, as help tells it; empty if it does not. */
  default Optional<String> help(Language language, String address) {
    return Optional.empty();
  }

  /** Finds the target of the letter that led to this first event; empty if no letter did. */
  default Optional<T> origin(Event first) {
    return Optional.empty();
  }
}
