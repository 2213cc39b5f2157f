package org.caucus.app.wiring;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Objects;
import org.caucus.app.settings.Settings;
import org.caucus.http.Integrations;
import org.caucus.http.Routes;
import org.caucus.http.StandingAccess;
import org.caucus.identity.Sessions;
import org.caucus.platform.eventlog.subscriptions.Subscription;
import org.caucus.platform.jobs.JobScheduler;
import org.caucus.views.outbound.PublicHttpClient;
import org.caucus.views.push.PushHosts;
import org.caucus.views.push.PushNotifications;
import org.caucus.views.push.PushRoutes;
import org.caucus.views.push.PushSender;
import org.caucus.views.push.PushStore;
import org.caucus.views.push.PushTargetRoutes;
import org.caucus.views.push.PushWorker;
import org.caucus.views.push.VapidKeys;
import org.caucus.views.webhooks.WebhookTrustAnchors;

/** Notifications on devices: who puts them, who sends them, and where they are chosen. */
final class PushWiring implements AutoCloseable {
  private final Wiring.House house;
  private final PushStore store;
  private final VapidKeys keys;
  private final PushHosts hosts;
  private final PublicHttpClient line;
  private final PushSender sender;
  private final PushWorker.SignIns signIns;
  private final PushWorker worker;
  private final InstantSource clock;

  PushWiring(
      Vertx vertx,
      Settings settings,
      StorageWiring storage,
      Wiring.House house,
      Wiring.Entry entry,
      InstantSource clock) {
    WebhookTrustAnchors anchors =
        Objects.requireNonNullElse(settings.webhookAuthorities(), WebhookTrustAnchors.USUAL);
    this.house = house;
    this.clock = clock;
    this.store = new PushStore(storage.mongo(), storage.vault());
    this.keys = new VapidKeys(storage.mongo(), storage.vault(), clock);
    this.hosts = settings.pushHosts();
    this.line = new PublicHttpClient(vertx, anchors.manager());
    this.sender = new PushSender(line, keys, hosts, contact(settings));
    this.signIns = (person, signIn) -> lasts(entry.sessions(), person, signIn);
    this.worker =
        new PushWorker(
            vertx,
            house.rooms(),
            store,
            house.readings(),
            sender,
            signIns,
            entry.threshold(),
            PersonAddresses.of(house, entry)::languageOf,
            clock);
  }

  /** Push services take an address of mail or of a page over https. */
  private static String contact(Settings settings) {
    return "https".equals(settings.baseUrl().getScheme())
        ? settings.baseUrl().toString()
        : "mailto:postmaster@" + settings.domain();
  }

  private static Future<Boolean> lasts(Sessions sessions, String person, String signIn) {
    return sessions
        .of(person)
        .map(all -> all.stream().anyMatch(session -> session.signIn().equals(signIn)));
  }

  Subscription follower() {
    return new PushNotifications(
        house.rooms(), store, worker::soon, house.drafts()::without, clock);
  }

  JobScheduler clock() {
    return worker.clock();
  }

  PushRoutes routes(StandingAccess made) {
    return new PushRoutes(house.rooms(), store, keys, hosts, sender, signIns, made);
  }

  Routes targets(Integrations outlets, PushRoutes routes) {
    return new PushTargetRoutes(house.rooms(), store, outlets, house.readings(), routes);
  }

  @Override
  public void close() {
    line.close();
  }
}
