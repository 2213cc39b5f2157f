package org.caucus.identity.passkeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;

/**
 * Passkeys, a sealed entry for each person who has any, and an index that finds the person by a
 * passkey. Both know persons and credentials only as blind indexes.
 */
public final class Passkeys {
  private static final String KEYRINGS = "passkey/keyring";
  private static final String CREDENTIALS = "passkey/credential";
  private static final String HANDLES = "passkey/handle";

  /** Times that a change is tried while others change the same. */
  private static final int TRIES = 8;

  /** Time that undoing a recovery may take before it is gone on with. */
  static final Duration UNDOING = Duration.ofMinutes(1);

  /** People whose undoing is gone on with at a time. */
  private static final int BATCH = 100;

  private final SealedCollection keyrings;
  private final SealedCollection holders;
  private final Vault vault;

  /** Passkeys of the people of this installation. */
  public Passkeys(Mongo mongo, Vault vault) {
    this(mongo, vault, "passkeys", "passkey-holders");
  }

  private Passkeys(Mongo mongo, Vault vault, String keyrings, String holders) {
    this.keyrings = new SealedCollection(mongo.documents(keyrings), vault, WorkspaceId.SYSTEM);
    this.holders = new SealedCollection(mongo.documents(holders), vault, WorkspaceId.SYSTEM);
    this.vault = vault;
  }

  /** Those of operators, apart: none of the others opens anything there, nor these elsewhere. */
  static Passkeys ofOperators(Mongo mongo, Vault vault) {
    return new Passkeys(mongo, vault, "operator-passkeys", "operator-passkey-holders");
  }

  /** All of a person's. */
  public Future<PersonPasskeys> of(String person) {
    return keyrings
        .find(vault.blindIndex(KEYRINGS, person))
        .map(found -> found.map(Passkeys::read).orElse(PersonPasskeys.empty(person)));
  }

  /** How this person can prove who they are, the best way first. */
  public Future<List<String>> ways(String person) {
    return of(person).map(PersonPasskeys::ways);
  }

  /** Whether this person lets nothing but a passkey in. */
  public Future<Boolean> alone(String person) {
    return of(person).map(PersonPasskeys::required);
  }

  /** Whether somebody was let in as this person of late without a passkey. */
  public Future<Boolean> recovering(String person, Instant now) {
    return of(person).map(ring -> ring.waits(now));
  }

  /** Those of the person who has this credential. */
  Future<Optional<PersonPasskeys>> holding(String credential) {
    return holders
        .find(vault.blindIndex(CREDENTIALS, credential))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.<PersonPasskeys>empty())
                    : of(new String(found.get().plain(), UTF_8)).map(Optional::of))
        .map(ring -> ring.filter(r -> r.byCredential(credential).isPresent()));
  }

  /** What an authenticator knows a person by: the same for all passkeys, and theirs alone. */
  String handle(String person) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(vault.blindIndex(HANDLES, person).getBytes(UTF_8));
  }

  /**
   * One more; false if somebody has a passkey of this credential.
   *
   * @param may refuses to add to what there is, also where another comes at the same time
   */
  Future<Boolean> add(String person, Passkey passkey, Consumer<PersonPasskeys> may) {
    String holder = vault.blindIndex(CREDENTIALS, passkey.credential());
    return holders
        .insertIfAbsent(holder, person.getBytes(UTF_8))
        .compose(
            first ->
                first
                    ? change(person, ring -> allowed(ring, may).with(passkey))
                        .map(true)
                        .recover(e -> holders.delete(holder).compose(v -> Future.failedFuture(e)))
                    : Future.succeededFuture(false));
  }

  /**
   * It opens nothing any more.
   *
   * @param may refuses what would be left, also where another goes at the same time
   */
  Future<Void> remove(String person, Passkey passkey, Consumer<PersonPasskeys> may) {
    return change(person, ring -> allowed(ring.without(passkey.id()), may))
        .compose(ring -> holders.delete(vault.blindIndex(CREDENTIALS, passkey.credential())))
        .mapEmpty();
  }

  private static PersonPasskeys allowed(PersonPasskeys ring, Consumer<PersonPasskeys> may) {
    may.accept(ring);
    return ring;
  }

  /** Changes a person's, however many do at once. */
  public Future<PersonPasskeys> change(String person, UnaryOperator<PersonPasskeys> change) {
    return changed(person, change, TRIES);
  }

  private Future<PersonPasskeys> changed(
      String person, UnaryOperator<PersonPasskeys> change, int tries) {
    String id = vault.blindIndex(KEYRINGS, person);
    return keyrings
        .find(id)
        .compose(
            found -> {
              PersonPasskeys is =
                  change.apply(found.map(Passkeys::read).orElse(PersonPasskeys.empty(person)));
              Future<Boolean> done =
                  found.isEmpty()
                      ? keyrings.insertIfAbsent(id, is.write())
                      : keyrings.replaceIf(id, found.get().version(), is.write(), due(is));
              return done.compose(
                  first -> first ? Future.succeededFuture(is) : again(person, change, tries));
            });
  }

  /** Where an undoing has not come to its end it is gone on with. */
  private static OptionalLong due(PersonPasskeys ring) {
    Instant since = ring.undone();
    return since == null
        ? OptionalLong.empty()
        : OptionalLong.of(since.plus(UNDOING).toEpochMilli());
  }

  /** People whose recovery was being undone for longer than that takes, some of them. */
  Future<List<String>> undoing(Instant now) {
    return keyrings
        .due(now.toEpochMilli(), BATCH)
        .map(all -> all.stream().map(e -> read(e).person()).toList());
  }

  private Future<PersonPasskeys> again(
      String person, UnaryOperator<PersonPasskeys> change, int tries) {
    return tries == 0 ? Future.failedFuture(new Overloaded()) : changed(person, change, tries - 1);
  }

  private static PersonPasskeys read(SealedCollection.Entry entry) {
    return PersonPasskeys.read(new JsonObject(Buffer.buffer(entry.plain())));
  }
}
