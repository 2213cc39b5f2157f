package org.caucus.identity;

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
import java.util.function.Consumer;
import org.caucus.identity.sessions.Secrets;
import org.caucus.identity.sessions.SharedCounters;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.MailAddress;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.ratelimit.PeerNetworks;
import org.caucus.platform.ratelimit.RateLimited;
import org.caucus.platform.store.Mongo;
import org.jspecify.annotations.Nullable;

/**
 * Six-digit codes that prove a mailbox. A code is good once, for {@link #LIFETIME}, for {@value
 * #TRIES} tries, with the secret that was given to the person who asked: a code that was read over
 * a shoulder, or out of its owner by a trick, is worth nothing elsewhere. What a right one is good
 * for is said by the person who asks here.
 */
public final class VerificationCodes {
  /** How long a code is good. */
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  /** Tries per code. */
  public static final int TRIES = 5;

  private static final String PURPOSE = "sign-in/browser";

  private final SealedCollection codes;
  private final Vault vault;
  private final CodeLimits limits;
  private final InstantSource clock;

  /** What became of a try. */
  public sealed interface Guess {
    /** The person who typed it reads mail at this address. So many tries were left. */
    record Right(String address, int left) implements Guess {}

    /** The same right try as before. */
    record Again(String address) implements Guess {}

    /** Not the code; so many tries are left, perhaps none. */
    record Wrong(int left, String address) implements Guess {}

    /** No code is good with this secret, or none any more. */
    record Over() implements Guess {}
  }

  /**
   * A code that was asked for. The hash is over the secret and the code: without the former, which
   * is not here, a million guesses at the latter tell nothing. Of a code that was used, what is
   * left only says so until it would have run out.
   *
   * @param use what it is good for, and for nothing else
   * @param tries one for each try: hashes of its key and of key and code, empty without a key
   */
  private record Asked(
      String use, String address, String hash, Instant expires, int left, List<String> tries) {
    Asked tried(String mark) {
      List<String> all = new ArrayList<>(tries);
      all.add(mark);
      return new Asked(use, address, hash, expires, left - 1, List.copyOf(all));
    }

    Asked used() {
      return new Asked(use, address, "", expires, 0, tries);
    }
  }

  /**
   * Who asks for a code.
   *
   * @param peer their network address
   * @param known whether they have proved the address before
   * @param browser the mark of the browser in which they did; empty for who is signed in
   */
  public record Asker(String peer, boolean known, String browser) {
    /** Somebody who is signed in, or of whom nothing is known. */
    public Asker(String peer, boolean known) {
      this(peer, known, "");
    }

    /** Somebody of whom nothing is known. */
    public static Asker stranger(String peer) {
      return new Asker(peer, false);
    }
  }

  /** Codes of this installation. */
  public VerificationCodes(Mongo mongo, Vault vault, InstantSource clock) {
    this.codes = new SealedCollection(mongo.documents("codes"), vault, WorkspaceId.SYSTEM);
    this.vault = vault;
    this.limits = new CodeLimits(new SharedCounters(mongo, vault, clock));
    this.clock = clock;
  }

  /**
   * Makes a code: answers with the secret it is good with.
   *
   * @param use what it is good for
   * @param by who asks
   * @param once the caller's own mark of this request: asked again from the same network while the
   *     code lasts, it is answered alike and no other code is made; null to ask anew
   * @param mail takes the code on its way; must not block
   * @throws Refusal if the mark was used for another address
   * @throws RateLimited if this address or this peer asked too often
   */
  public Future<String> ask(
      String use, MailAddress address, Asker by, @Nullable String once, Consumer<String> mail) {
    if (once == null) {
      return counted(use, address, by, Secrets.secret(), mail);
    }
    // only who has the mark, in the same network, gets the same secret: no other browser does
    String mark = PeerNetworks.of(by.peer()) + "\n" + once;
    String secret = Secrets.derived(vault.blindIndex(PURPOSE, mark));
    return again(address, secret)
        .compose(
            known ->
                known ? Future.succeededFuture(secret) : counted(use, address, by, secret, mail));
  }

  /** Counts one code for an address that a person wants to add; fails with {@link RateLimited}. */
  public Future<Void> countForNewAddress(String person) {
    return limits.countForNewAddress(person);
  }

  private Future<String> counted(
      String use, MailAddress address, Asker by, String secret, Consumer<String> mail) {
    return limits.count(address, by).compose(v -> asked(use, address, secret, mail));
  }

  /** Whether this was asked before; what ran out makes room. */
  private Future<Boolean> again(MailAddress address, String secret) {
    String id = Secrets.hash(secret);
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
                  : Future.failedFuture(IdempotencyKey.usedForAnother());
            });
  }

  private Future<String> asked(
      String use, MailAddress address, String secret, Consumer<String> mail) {
    String code = Secrets.code();
    Instant expires = clock.instant().plus(LIFETIME);
    Asked entry =
        new Asked(use, address.toString(), bound(secret, code), expires, TRIES, List.of());
    return codes
        .insertIfAbsent(Secrets.hash(secret), expires.toEpochMilli(), write(entry))
        .compose(
            first -> {
              if (!first) {
                return again(address, secret); // the same request twice at once
              }
              mail.accept(code);
              return Future.succeededFuture(true);
            })
        .map(secret);
  }

  /**
   * Tries a code. The try is counted before it is looked at, so that many at once are still so many
   * tries.
   *
   * @param secret of {@link #ask}
   * @param once the caller's own mark of this try: a wrong try that comes again under it is
   *     answered alike and not counted again; null if it has none
   */
  public Future<Guess> answer(String use, String secret, String code, @Nullable String once) {
    if (!Secrets.isSecret(secret)) {
      return Future.succeededFuture(new Guess.Over());
    }
    String id = Secrets.hash(secret);
    return codes
        .find(id)
        .compose(
            found -> {
              Optional<Asked> asked =
                  found
                      .map(VerificationCodes::read)
                      .filter(this::lasts)
                      .filter(a -> a.use().equals(use));
              return asked.isEmpty()
                  ? Future.succeededFuture(new Guess.Over())
                  : tried(id, found.get().version(), asked.get(), secret, code, once);
            });
  }

  private boolean lasts(Asked asked) {
    return clock.instant().isBefore(asked.expires());
  }

  private Future<Guess> tried(
      String id, long version, Asked asked, String secret, String code, @Nullable String once) {
    String mark = mark(secret, code, once);
    for (int i = 0; !mark.isEmpty() && i < asked.tries().size(); i++) {
      String earlier = asked.tries().get(i);
      if (earlier.equals(mark)) {
        boolean right = asked.hash().isEmpty() && i == asked.tries().size() - 1;
        return Future.succeededFuture(
            right
                ? new Guess.Again(asked.address())
                : new Guess.Wrong(TRIES - 1 - i, asked.address()));
      }
      if (earlier.startsWith(mark.substring(0, mark.indexOf(' ') + 1))) {
        return Future.failedFuture(IdempotencyKey.usedForAnother());
      }
    }
    if (asked.left() == 0) {
      return Future.succeededFuture(new Guess.Over());
    }
    Asked counted = asked.tried(mark);
    return codes
        .replaceIf(id, version, write(counted), due(counted))
        // if another try was first, look again: at most TRIES times
        .compose(
            first ->
                first
                    ? judged(id, counted, bound(secret, code))
                    : answer(asked.use(), secret, code, once));
  }

  private static String mark(String secret, String code, @Nullable String once) {
    return once == null
        ? ""
        : Secrets.hash(secret + ":" + once) + " " + Secrets.hash(bound(secret, code) + once);
  }

  private Future<Guess> judged(String id, Asked asked, String hash) {
    if (!Secrets.same(asked.hash(), hash)) {
      return Future.succeededFuture(new Guess.Wrong(asked.left(), asked.address()));
    }
    return codes
        .delete(id)
        .compose(
            once ->
                once
                    ? used(id, asked)
                    : Future.succeededFuture(new Guess.Wrong(asked.left(), asked.address())));
  }

  /** What says that it was used is for repeated requests alone; without it they ask anew. */
  private Future<Guess> used(String id, Asked asked) {
    Guess right = new Guess.Right(asked.address(), asked.left());
    return codes
        .insert(id, asked.expires().toEpochMilli(), write(asked.used()))
        .map(right)
        .otherwise(right);
  }

  private static OptionalLong due(Asked asked) {
    return OptionalLong.of(asked.expires().toEpochMilli());
  }

  /** Removes codes that have run out, and counts that matter no more; how many codes. */
  Future<Integer> sweep() {
    return limits
        .sweep()
        .compose(
            v -> ExpirySweeper.expired(codes, clock.millis(), id -> codes.delete(id).mapEmpty()));
  }

  private static String bound(String secret, String code) {
    return Secrets.hash(secret + ":" + code);
  }

  private static byte[] write(Asked asked) {
    return new JsonObject()
        .put("use", asked.use())
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
        json.getString("use", ""),
        json.getString("address"),
        json.getString("hash"),
        Instant.ofEpochMilli(json.getLong("expires")),
        json.getInteger("left"),
        json.getJsonArray("tries", new JsonArray()).stream().map(String.class::cast).toList());
  }
}
