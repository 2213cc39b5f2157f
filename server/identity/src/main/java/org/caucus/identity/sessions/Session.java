package org.caucus.identity.sessions;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.caucus.platform.eventlog.SealedCollection;

/**
 * A session that has not ended.
 *
 * @param id the hash of its secret
 * @param began when the person signed in, however often the secret was replaced since
 * @param used last use, to the precision with which it is written down
 * @param proved when the person last proved in it who they are; long ago if they did not yet
 * @param last when it ends however much it is used
 * @param line the id of the session that the sign-in began, which this one goes on
 * @param by a hash of the passkey that began it; empty if something else did
 */
public record Session(
    String id,
    String person,
    String device,
    Instant began,
    Instant used,
    Instant proved,
    Instant last,
    String line,
    String by) {
  /** A session that nobody used for this long has ended. */
  public static final Duration IDLE_LIMIT = Duration.ofDays(14);

  /** A session of this age has ended, however much it is used. */
  public static final Duration ABSOLUTE_LIMIT = Duration.ofDays(60);

  /** Nobody guesses one, and nobody gains by it: enough that no two are the same. */
  private static final int SIGN_IN_DIGITS = 32;

  private static final int PERSON_DIGITS = 16;

  /** One that a sign-in begins. */
  public static Session begun(
      String id, String person, String device, Instant now, Instant proved) {
    return new Session(id, person, device, now, now, proved, now.plus(ABSOLUTE_LIMIT), id, "");
  }

  /** The same, begun by this passkey, as its authenticator names it. */
  public Session byPasskey(String credential) {
    return new Session(
        id, person, device, began, used, proved, last, line, Secrets.hash(credential));
  }

  /** Whether this passkey began it. */
  public boolean isBy(String credential) {
    return by.equals(Secrets.hash(credential));
  }

  /**
   * Tells this sign-in from others, to the pages of its browser; no secret, and the same however
   * often the secret is replaced. What stands behind the point tells the person from others.
   */
  public String signIn() {
    return signIn(line, person);
  }

  /** The same of the sign-in that began with the session of this id. */
  public static String signIn(String line, String person) {
    return Secrets.hash("sign-in\n" + line).substring(0, SIGN_IN_DIGITS)
        + "."
        + Secrets.hash("person\n" + person).substring(0, PERSON_DIGITS);
  }

  /** When it ends, unless it is used. */
  public Instant ends() {
    Instant idle = used.plus(IDLE_LIMIT);
    return idle.isBefore(last) ? idle : last;
  }

  /** Whether it is good, and is nobody's who has another in its place. */
  public boolean lasts(Instant now) {
    return now.isBefore(ends()) && !leaving();
  }

  /** Whether another has taken its place. */
  public boolean leaving() {
    return last.isBefore(began.plus(ABSOLUTE_LIMIT));
  }

  /** It is used now. */
  public Session usedAt(Instant now) {
    return new Session(id, person, device, began, now, proved, last, line, by);
  }

  /** It ends then, since another takes its place. */
  public Session until(Instant end) {
    return new Session(id, person, device, began, used, proved, end, line, by);
  }

  /** The one that takes its place, of somebody who has just proved who they are. */
  public Session renewed(String fresh, Instant now) {
    return new Session(fresh, person, device, began, now, now, last, line, by);
  }

  /** As it is kept. */
  public byte[] write() {
    return new JsonObject()
        .put("person", person)
        .put("device", device)
        .put("began", began.toEpochMilli())
        .put("used", used.toEpochMilli())
        .put("proved", proved.toEpochMilli())
        .put("last", last.toEpochMilli())
        .put("line", line)
        .put("by", by)
        .toBuffer()
        .getBytes();
  }

  /** What {@link #write} wrote, in any version. */
  public static Session read(SealedCollection.Entry entry) {
    JsonObject json = new JsonObject(Buffer.buffer(entry.plain()));
    long began = json.getLong("began");
    Instant limit = Instant.ofEpochMilli(began).plus(ABSOLUTE_LIMIT);
    return new Session(
        entry.id(),
        json.getString("person"),
        json.getString("device"),
        Instant.ofEpochMilli(began),
        Instant.ofEpochMilli(json.getLong("used")),
        Instant.ofEpochMilli(json.getLong("proved", began)),
        Instant.ofEpochMilli(json.getLong("last", limit.toEpochMilli())),
        json.getString("line", entry.id()),
        json.getString("by", ""));
  }
}
