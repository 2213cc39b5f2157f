package org.caucus.identity.passkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.caucus.http.RecoveryRequests;
import org.caucus.identity.Cookies;
import org.caucus.identity.Persons;
import org.caucus.identity.Sessions;
import org.caucus.identity.SignInRoutes.Admission;
import org.caucus.identity.Tokens;
import org.caucus.identity.account.AccountNotifier;
import org.caucus.identity.sessions.Secrets;
import org.caucus.identity.sessions.SharedCounters;
import org.caucus.kernel.support.Clocks;
import org.caucus.mail.message.MailAddress;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.cluster.bus.ClusterSecret;
import org.caucus.platform.eventlog.cluster.bus.EncryptedEventBus;
import org.caucus.platform.eventlog.keys.MasterKey;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Anyone who reads one mailbox of a lawyer asks for the way back in her name: she hears of each
 * step at the other one, too.
 */
class RecoveryToldTest {
  private static final MailAddress WORK = MailAddress.of("lawyer@chambers.example");
  private static final MailAddress HOME = MailAddress.of("lawyer@home.example");
  private static final MailAddress LEFT = MailAddress.of("lawyer@clinic.example");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-06-13T09:00:00Z"));

  @TempDir Path directory;
  private final List<String> mailed = new CopyOnWriteArrayList<>();
  private final Vertx vertx = Vertx.vertx();
  private Mongo mongo;
  private Persons persons;
  private Passkeys passkeys;
  private PasskeyRecovery lost;

  @BeforeEach
  void open() {
    mongo = Mongo.open(MongoSettings.embedded(directory));
    Vault vault = Vault.open(mongo, directory.resolve(MasterKey.FILE));
    Sessions sessions =
        new Sessions(
            new EncryptedEventBus(vertx, new ClusterSecret(vault, "")), mongo, vault, CLOCK);
    Cookies cookies = new Cookies(URI.create("https://caucus.example"));
    persons = new Persons(mongo, vault, sessions, cookies, List.of(), CLOCK);
    passkeys = new Passkeys(mongo, vault);
    OpenCredentials letIn =
        new OpenCredentials(sessions, new Tokens(mongo, vault, sessions::tellEnd, CLOCK));
    lost =
        new PasskeyRecovery(
            passkeys,
            letIn,
            RecoveryRequests.Workspaces.NONE,
            vault,
            new AccountNotifier(persons, this::mail),
            CLOCK,
            new SharedCounters(mongo, vault, CLOCK));
  }

  @AfterEach
  void close() {
    vertx.close().await();
    mongo.close();
  }

  private Future<Void> mail(List<MailAddress> addresses, String what) {
    addresses.forEach(to -> mailed.add(to + " " + what));
    return Future.succeededFuture();
  }

  private String lawyer() {
    String id = persons.ensure(WORK.toString(), "Lawyer").await().id();
    assertThat(persons.add(id, HOME).await()).isTrue();
    assertThat(persons.add(id, LEFT).await()).isTrue();
    persons.change(id, all -> all.ending(LEFT, CLOCK.instant())).await();
    passkeys.change(id, ring -> ring.requiring(true)).await();
    return id;
  }

  @Test
  void eachStepIsToldAtEachAddressTheyHoldAndAtNoneTheyLeft() {
    String id = lawyer();
    String browser = Secrets.secret();

    Admission asked = lost.admits(id, browser).await();
    String number = ((Admission.No) asked).number();
    assertThat(lost.confirm(id, "convenor", number).await()).isTrue();
    assertThat(lost.admits(id, browser).await()).isInstanceOf(Admission.Recovered.class);

    // nobody's answer waits for it
    await()
        .atMost(Clocks.LONG)
        .untilAsserted(
            () ->
                assertThat(mailed)
                    .containsExactlyInAnyOrder(
                        WORK + " " + PasskeyRecovery.ASKED,
                        HOME + " " + PasskeyRecovery.ASKED,
                        WORK + " " + PasskeyRecovery.CONFIRMED,
                        HOME + " " + PasskeyRecovery.CONFIRMED,
                        WORK + " " + PasskeyRecovery.ENTERED,
                        HOME + " " + PasskeyRecovery.ENTERED));
  }
}
