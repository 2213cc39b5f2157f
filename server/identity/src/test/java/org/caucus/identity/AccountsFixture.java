package org.caucus.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.caucus.mail.message.MailAddress;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.cluster.bus.ClusterSecret;
import org.caucus.platform.eventlog.cluster.bus.EncryptedEventBus;
import org.caucus.platform.eventlog.keys.MasterKey;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;

/** The accounts of one installation, with a clock that is turned by hand and a letter slot. */
final class AccountsFixture implements AutoCloseable {
  static final MailAddress OPERATOR = MailAddress.of("desk@secretariat.example");

  /** A mailed code. */
  record Mailed(String address, String code) {}

  final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-06-13T09:00:00Z"));
  final InstantSource clock = now::get;
  final BlockingQueue<Mailed> slot = new LinkedBlockingQueue<>();
  final Vertx vertx = Vertx.vertx();
  final Mongo mongo;
  final Vault vault;
  final Sessions sessions;
  final EncryptedEventBus elsewhere;
  final Tokens tokens;
  final CallerLookup callers;
  final Persons persons;
  final VerificationCodes guesses;
  final SignInCodes codes;

  AccountsFixture(Path directory) {
    this(MongoSettings.embedded(directory), directory);
  }

  AccountsFixture(MongoSettings database, Path directory) {
    mongo = Mongo.open(database);
    vault = Vault.open(mongo, directory.resolve(MasterKey.FILE));
    sessions = new Sessions(bus(vault), mongo, vault, clock);
    elsewhere = bus(vault);
    tokens = new Tokens(mongo, vault, sessions::tellEnd, clock);
    callers = new CallerLookup(sessions, tokens, p -> Future.succeededFuture(List.of("code")));
    var cookies = new Cookies(URI.create("https://caucus.example"));
    persons = new Persons(mongo, vault, sessions, cookies, List.of(OPERATOR), clock);
    guesses = new VerificationCodes(mongo, vault, clock);
    codes = new SignInCodes(guesses, persons, this::mailed);
  }

  private EncryptedEventBus bus(Vault vault) {
    return new EncryptedEventBus(vertx, new ClusterSecret(vault, ""));
  }

  private Future<Void> mailed(String address, String code, CodeMail.Use use) {
    slot.add(new Mailed(address, code));
    return Future.succeededFuture();
  }

  void pass(Duration time) {
    now.updateAndGet(t -> t.plus(time));
  }

  /** The next mailed code. */
  Mailed letter() throws InterruptedException {
    Mailed mailed = slot.poll(5, TimeUnit.SECONDS);
    if (mailed == null) {
      throw new AssertionError("no code was mailed");
    }
    return mailed;
  }

  /** Everything the database holds of a collection, as text. */
  String raw(String collection) {
    var text = new StringBuilder();
    for (var document : mongo.documents(collection).findRange("", "~", 1000).await()) {
      text.append(document.getString("_id").getValue());
      byte[] sealed = document.getBinary("c").getData();
      text.append(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1));
    }
    return text.toString();
  }

  @Override
  public void close() {
    vertx.close().await();
    mongo.close();
  }
}
