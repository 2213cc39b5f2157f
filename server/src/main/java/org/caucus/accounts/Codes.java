package org.caucus.accounts;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.caucus.command.Refused;
import org.caucus.email.MailAddress;
import org.caucus.http.People.Person;
import org.caucus.http.TooMany;
import org.caucus.log.SealedCollection;
import org.caucus.log.Vault;
import org.caucus.log.WorkspaceId;
import org.caucus.mongo.Mongo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Six-digit codes by mail. A code is good once, for {@link #LIFETIME}, for {@value #TRIES} tries,
 * in the browser that asked for it: a code that was read over a shoulder, or out of its owner by a
 * trick, is worth nothing elsewhere.
 */
public final class Codes {
  /** How long a code is good. */
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  /** Tries per code. */
  public static final int TRIES = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Codes.class);

  private final SealedCollection codes;
  private final Persons persons;
  private final CodeMail mail;
  private final CodeLimits limits;
  private final InstantSource clock;

  /** What became of a try. */
  sealed interface Try {
    /** This person holds the address. */
    record Right(Person person) implements Try {}

    /** Not the code; so many tries are left, at least one. */
    record Wrong(int left) implements Try {}

    /** No code is good in this browser, or none any more. */
    record Over() implements Try {}
  }

  /**
   * A code that was asked for. The hash is over the browser's secret and the code: without the
   * former, which is not here, a million guesses at the latter tell nothing.
   */
  private record Asked(String address, String hash, Instant expires, int left) {}

  /** Codes of this installation. */
  public Codes(Mongo mongo, Vault vault, Persons persons, CodeMail mail, InstantSource clock) {
    this.codes = new SealedCollection(mongo.documents("codes"), vault, WorkspaceId.SYSTEM);
    this.persons = persons;
    this.mail = mail;
    this.limits = new CodeLimits(clock);
    this.clock = clock;
  }

  /**
   * Asks for a code: the secret that binds it to the browser. The answer is the same, and comes
   * after the same work, whether anybody holds the address or not: who holds it is looked up only
   * after the answer is under way.
   *
   * @param peer the network address of who asks
   * @throws Refused if the text is no address
   * @throws TooMany if this address or this peer asked too often
   */
  Future<String> ask(String address, String peer) {
    MailAddress asked = MailAddress.parse(address.strip()).orElseThrow(Persons::notAnAddress);
    limits.count(asked, peer);
    String browser = Secrets.secret();
    String code = Secrets.code();
    Instant expires = clock.instant().plus(LIFETIME);
    Asked entry = new Asked(asked.toString(), bound(browser, code), expires, TRIES);
    return codes
        .insert(Secrets.hash(browser), expires.toEpochMilli(), write(entry))
        .onSuccess(kept -> mailTo(asked, code))
        .map(browser);
  }

  /**
   * To the address as its holder proved it, never as it was typed: two spellings that compare as
   * equal need not be one mailbox to every mail host. A failure is told in the log alone, since an
   * answer that only holders can get would tell who they are.
   */
  private void mailTo(MailAddress asked, String code) {
    persons
        .byAddress(asked.toString())
        .compose(
            holder ->
                holder.isEmpty()
                    ? Future.<Void>succeededFuture()
                    : proved(holder.get(), asked).compose(to -> mail.send(to, code)))
        .onFailure(
            e -> LOG.warn("a sign-in code was not mailed: {}", e.getClass().getSimpleName()));
  }

  private Future<String> proved(Person holder, MailAddress asked) {
    return persons
        .addresses(holder.id())
        .map(
            all ->
                all.stream()
                    .map(Persons.DatedAddress::address)
                    .filter(asked::sameAs)
                    .findFirst()
                    .map(MailAddress::toString)
                    .orElse(holder.address()));
  }

  /**
   * Tries a code. The try is counted before it is looked at, so that many at once are still so many
   * tries.
   *
   * @param browser the secret of {@link #ask}
   */
  Future<Try> answer(String browser, String code) {
    if (!Secrets.isSecret(browser)) {
      return Future.succeededFuture(new Try.Over());
    }
    String id = Secrets.hash(browser);
    return codes
        .find(id)
        .compose(
            found -> {
              Optional<Asked> asked = found.map(Codes::read).filter(this::good);
              return asked.isEmpty()
                  ? Future.succeededFuture(new Try.Over())
                  : counted(id, found.get().version(), asked.get())
                      .compose(
                          first ->
                              first
                                  ? judged(id, asked.get(), bound(browser, code))
                                  : answer(browser, code));
            });
  }

  private boolean good(Asked asked) {
    return asked.left() > 0 && clock.instant().isBefore(asked.expires());
  }

  /** False if another try was first, which then is read again: at most {@value #TRIES} times. */
  private Future<Boolean> counted(String id, long version, Asked asked) {
    Asked less = new Asked(asked.address(), asked.hash(), asked.expires(), asked.left() - 1);
    OptionalLong due = OptionalLong.of(asked.expires().toEpochMilli());
    return codes.replaceIf(id, version, write(less), due);
  }

  private Future<Try> judged(String id, Asked asked, String hash) {
    int left = asked.left() - 1;
    Try wrong = left > 0 ? new Try.Wrong(left) : new Try.Over();
    if (!Secrets.same(asked.hash(), hash)) {
      return Future.succeededFuture(wrong);
    }
    return persons
        .byAddress(asked.address())
        .compose(
            holder ->
                holder.isEmpty()
                    ? Future.succeededFuture(wrong)
                    : codes.delete(id).map(once -> once ? new Try.Right(holder.get()) : wrong));
  }

  /** Removes codes that have run out; how many. */
  Future<Integer> sweep() {
    return Sweep.expired(codes, clock.millis(), id -> codes.delete(id).mapEmpty());
  }

  private static String bound(String browser, String code) {
    return Secrets.hash(browser + ":" + code);
  }

  private static byte[] write(Asked asked) {
    return new JsonObject()
        .put("address", asked.address())
        .put("hash", asked.hash())
        .put("expires", asked.expires().toEpochMilli())
        .put("left", asked.left())
        .toBuffer()
        .getBytes();
  }

  private static Asked read(SealedCollection.Entry entry) {
    JsonObject json = new JsonObject(Buffer.buffer(entry.plain()));
    return new Asked(
        json.getString("address"),
        json.getString("hash"),
        Instant.ofEpochMilli(json.getLong("expires")),
        json.getInteger("left"));
  }
}
