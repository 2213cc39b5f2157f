package org.caucus.accounts;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.caucus.accounts.held.Secrets;
import org.caucus.command.Refused;
import org.caucus.email.MailAddress;
import org.caucus.http.People.Person;
import org.caucus.http.TooMany;
import org.caucus.log.SealedCollection;
import org.caucus.log.Vault;
import org.caucus.log.WorkspaceId;
import org.caucus.mongo.Mongo;
import org.caucus.rates.Networks;
import org.jspecify.annotations.Nullable;
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

  private static final String PURPOSE = "sign-in/browser";

  private final SealedCollection codes;
  private final Vault vault;
  private final Persons persons;
  private final CodeMail mail;
  private final CodeLimits limits;
  private final InstantSource clock;

  /** What became of a try. */
  public sealed interface Try {
    /** This person holds the address. */
    record Right(Person person) implements Try {}

    /** Not the code; so many tries are left, at least one. */
    record Wrong(int left) implements Try {}

    /** No code is good in this browser, or none any more. */
    record Over() implements Try {}
  }

  /**
   * A code that was asked for. The hash is over the browser's secret and the code: without the
   * former, which is not here, a million guesses at the latter tell nothing. Of a code that was
   * used, what is left only says so until it would have run out.
   *
   * @param tries one for each try: hashes of its key and of key and code, empty without a key
   */
  private record Asked(String address, String hash, Instant expires, int left, List<String> tries) {
    Asked tried(String mark) {
      List<String> all = new ArrayList<>(tries);
      all.add(mark);
      return new Asked(address, hash, expires, left - 1, List.copyOf(all));
    }

    Asked used() {
      return new Asked(address, "", expires, 0, tries);
    }
  }

  /** Codes of this installation. */
  public Codes(Mongo mongo, Vault vault, Persons persons, CodeMail mail, InstantSource clock) {
    this.codes = new SealedCollection(mongo.documents("codes"), vault, WorkspaceId.SYSTEM);
    this.vault = vault;
    this.persons = persons;
    this.mail = mail;
    this.limits = new CodeLimits(clock);
    this.clock = clock;
  }

  /** Asks for a code to sign in with. */
  Future<String> ask(String address, String peer, @Nullable String once) {
    return ask(address, peer, once, CodeMail.Use.SIGN_IN);
  }

  /**
   * Asks for a code: the secret that binds it to the browser. The answer is the same, and comes
   * after the same work, whether anybody holds the address or not: who holds it is looked up only
   * after the answer is under way.
   *
   * @param peer the network address of who asks
   * @param once the caller's own mark of this request: asked again from the same network while the
   *     code lasts, it is answered alike and nothing more is mailed; null to ask anew
   * @throws Refused if the text is no address, or the mark was used for another
   * @throws TooMany if this address or this peer asked too often
   */
  public Future<String> ask(String address, String peer, @Nullable String once, CodeMail.Use use) {
    MailAddress asked = MailAddress.parse(address.strip()).orElseThrow(Persons::notAnAddress);
    if (once == null) {
      limits.count(asked, peer);
      return asked(asked, Secrets.secret(), use);
    }
    // only who has the mark, in the same network, gets the same secret: no other browser does
    String mark = Networks.of(peer) + "\n" + once;
    String browser = Secrets.derived(vault.blindIndex(PURPOSE, mark));
    return again(asked, browser)
        .compose(
            known -> {
              if (known) {
                return Future.succeededFuture(browser);
              }
              limits.count(asked, peer);
              return asked(asked, browser, use);
            });
  }

  /** Whether this was asked before; what ran out makes room. */
  private Future<Boolean> again(MailAddress address, String browser) {
    String id = Secrets.hash(browser);
    return codes
        .find(id)
        .compose(
            found -> {
              if (found.isEmpty()) {
                return Future.succeededFuture(false);
              }
              Asked before = read(found.get());
              if (!clock.instant().isBefore(before.expires())) {
                return codes.delete(id).map(false);
              }
              return address.toString().equals(before.address())
                  ? Future.succeededFuture(true)
                  : Future.failedFuture(otherRequest());
            });
  }

  private static Refused otherRequest() {
    return Refused.invalid(
        "Idempotency-Key", "This key was used for another request. Make a new key for a new act.");
  }

  private Future<String> asked(MailAddress address, String browser, CodeMail.Use use) {
    String code = Secrets.code();
    Instant expires = clock.instant().plus(LIFETIME);
    Asked entry = new Asked(address.toString(), bound(browser, code), expires, TRIES, List.of());
    return codes
        .insertIfAbsent(Secrets.hash(browser), expires.toEpochMilli(), write(entry))
        .compose(first -> first ? mailed(address, code, use) : again(address, browser))
        .map(browser);
  }

  /** Not if the same request came twice at once, and the other was first. */
  private Future<Boolean> mailed(MailAddress address, String code, CodeMail.Use use) {
    mailTo(address, code, use);
    return Future.succeededFuture(true);
  }

  /**
   * To the address as its holder proved it, never as it was typed: two spellings that compare as
   * equal need not be one mailbox to every mail host. A failure is told in the log alone, since an
   * answer that only holders can get would tell who they are.
   */
  private void mailTo(MailAddress asked, String code, CodeMail.Use use) {
    persons
        .byAddress(asked.toString())
        .compose(
            holder ->
                holder.isEmpty()
                    ? Future.<Void>succeededFuture()
                    : proved(holder.get(), asked).compose(to -> mail.send(to, code, use)))
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
   * @param once the caller's own mark of this try: a wrong try that comes again under it is
   *     answered alike and not counted again; null if it has none
   */
  public Future<Try> answer(String browser, String code, @Nullable String once) {
    if (!Secrets.isSecret(browser)) {
      return Future.succeededFuture(new Try.Over());
    }
    String id = Secrets.hash(browser);
    return codes
        .find(id)
        .compose(
            found -> {
              Optional<Asked> asked = found.map(Codes::read).filter(this::lasts);
              return asked.isEmpty()
                  ? Future.succeededFuture(new Try.Over())
                  : tried(id, found.get().version(), asked.get(), browser, code, once);
            });
  }

  private boolean lasts(Asked asked) {
    return clock.instant().isBefore(asked.expires());
  }

  private Future<Try> tried(
      String id, long version, Asked asked, String browser, String code, @Nullable String once) {
    String mark = mark(browser, code, once);
    for (int i = 0; !mark.isEmpty() && i < asked.tries().size(); i++) {
      String earlier = asked.tries().get(i);
      if (earlier.equals(mark)) {
        boolean right = asked.hash().isEmpty() && i == asked.tries().size() - 1;
        return Future.succeededFuture(right ? new Try.Over() : wrong(TRIES - 1 - i));
      }
      if (earlier.startsWith(mark.substring(0, mark.indexOf(' ') + 1))) {
        return Future.failedFuture(otherRequest());
      }
    }
    if (asked.left() == 0) {
      return Future.succeededFuture(new Try.Over());
    }
    Asked counted = asked.tried(mark);
    return codes
        .replaceIf(id, version, write(counted), due(counted))
        // if another try was first, look again: at most TRIES times
        .compose(
            first ->
                first ? judged(id, counted, bound(browser, code)) : answer(browser, code, once));
  }

  private static String mark(String browser, String code, @Nullable String once) {
    return once == null
        ? ""
        : Secrets.hash(browser + ":" + once) + " " + Secrets.hash(bound(browser, code) + once);
  }

  private static Try wrong(int left) {
    return left > 0 ? new Try.Wrong(left) : new Try.Over();
  }

  private Future<Try> judged(String id, Asked asked, String hash) {
    if (!Secrets.same(asked.hash(), hash)) {
      return Future.succeededFuture(wrong(asked.left()));
    }
    return persons
        .byAddress(asked.address())
        .compose(
            holder ->
                holder.isEmpty()
                    ? Future.succeededFuture(wrong(asked.left()))
                    : codes
                        .delete(id)
                        .compose(once -> once ? used(id, asked, holder.get()) : lost(asked)));
  }

  /** What says that it was used is for repeated requests alone; without it they ask anew. */
  private Future<Try> used(String id, Asked asked, Person holder) {
    Try right = new Try.Right(holder);
    return codes
        .insert(id, asked.expires().toEpochMilli(), write(asked.used()))
        .map(right)
        .otherwise(right);
  }

  private static Future<Try> lost(Asked asked) {
    return Future.succeededFuture(wrong(asked.left()));
  }

  private static OptionalLong due(Asked asked) {
    return OptionalLong.of(asked.expires().toEpochMilli());
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
        .put("tries", new JsonArray(asked.tries()))
        .toBuffer()
        .getBytes();
  }

  private static Asked read(SealedCollection.Entry entry) {
    JsonObject json = new JsonObject(Buffer.buffer(entry.plain()));
    return new Asked(
        json.getString("address"),
        json.getString("hash"),
        Instant.ofEpochMilli(json.getLong("expires")),
        json.getInteger("left"),
        json.getJsonArray("tries", new JsonArray()).stream().map(String.class::cast).toList());
  }
}
