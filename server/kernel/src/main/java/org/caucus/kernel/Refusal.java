package org.caucus.kernel;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A command or a request that is not carried out, with the reason a person can act on. Nothing was
 * changed. What a seat may not read is always {@link Kind#ABSENT}, worded like what does not exist.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, as far as the HTTP status and the mail answer depend on it. */
  public enum Kind {
    /** Does not exist, or may not be read: nobody can tell which. */
    ABSENT,
    /** May be read, but this seat may not do that. */
    FORBIDDEN,
    /** What was shown does not prove who asks. */
    UNPROVEN,
    /** A field or value is not acceptable. */
    INVALID,
    /** The thing has changed, or is in a state that does not allow it. */
    CONFLICT,
    /** Over a limit, which the words name. */
    TOO_LARGE,
    /** A kind of content that is not taken. */
    UNSUPPORTED
  }

  private static final String AUDIENCE = "audience";

  private final Kind kind;
  private final transient Message message;
  private final transient @Nullable Message title;
  private final @Nullable String field;
  private final transient @Nullable Map<String, Object> current;

  private Refusal(Kind kind, Message message, @Nullable String field) {
    this(kind, message, null, field, null);
  }

  private Refusal(
      Kind kind,
      Message message,
      @Nullable Message title,
      @Nullable String field,
      @Nullable Map<String, Object> current) {
    super(null, null, false, false);
    this.kind = kind;
    this.message = message;
    this.title = title;
    this.field = field;
    this.current = current;
  }

  /** The one answer for hidden and absent things. */
  public static Refusal absent() {
    return new Refusal(Kind.ABSENT, Message.of("there-is-nothing-here-that-you"), null);
  }

  /** Readable, but not for this seat to do. */
  public static Refusal forbidden(Message why) {
    return new Refusal(Kind.FORBIDDEN, why, null);
  }

  /** The same, for what stands in one field. */
  public static Refusal forbidden(String field, Message why) {
    return new Refusal(Kind.FORBIDDEN, why, field);
  }

  /**
   * A code or another proof is not good.
   *
   * @param title what happened, in a few words
   */
  public static Refusal unproven(Message title, Message why) {
    return new Refusal(Kind.UNPROVEN, why, title, null, null);
  }

  /** The named field is at fault; null if it is none or all of them. */
  public static Refusal invalid(@Nullable String field, Message why) {
    return new Refusal(Kind.INVALID, why, field);
  }

  /** The state does not allow it. */
  public static Refusal conflict(Message why) {
    return new Refusal(Kind.CONFLICT, why, null);
  }

  /** The named field is over a limit; the words say which, with its unit. */
  public static Refusal tooLarge(String field, Message why) {
    return new Refusal(Kind.TOO_LARGE, why, field);
  }

  /** A kind of content that is not taken. */
  public static Refusal unsupported(Message why) {
    return new Refusal(Kind.UNSUPPORTED, why, null);
  }

  /** The edit was made on an older version; {@code current} is the state as it is now. */
  public static Refusal stale(Map<String, Object> current) {
    Message why = Message.of("someone-changed-this-while-you-were");
    return new Refusal(Kind.CONFLICT, why, null, null, current);
  }

  /**
   * More people would read it than the person who asks was shown.
   *
   * @param audience who would read it now, in its wire form
   */
  public static Refusal widened(String audience) {
    Message why = Message.of("more-people-can-read-this-now");
    return new Refusal(Kind.CONFLICT, why, null, null, Map.of(AUDIENCE, audience));
  }

  /** Whether it is refused only because more people would read it than was shown. */
  public boolean isWidened() {
    return current != null && current.keySet().equals(Set.of(AUDIENCE));
  }

  /** Why, as a kind. */
  public Kind kind() {
    return kind;
  }

  /** Why: what the person who asked is told, in their language. */
  public Message message() {
    return message;
  }

  /** Why, in English. */
  public String why() {
    return message.english();
  }

  /** Why, in English: for logs. */
  @Override
  public String getMessage() {
    return message.english();
  }

  /** What happened, in a few words, for {@link Kind#UNPROVEN}. */
  public @Nullable Message title() {
    return title;
  }

  /**
   * The field at fault, for {@link Kind#INVALID}, {@link Kind#TOO_LARGE} and, where one is, {@link
   * Kind#FORBIDDEN}.
   */
  public @Nullable String field() {
    return field;
  }

  /** The current state, for a stale edit. */
  public @Nullable Map<String, Object> current() {
    return current;
  }
}
