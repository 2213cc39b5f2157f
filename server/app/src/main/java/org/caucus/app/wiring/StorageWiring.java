package org.caucus.app.wiring;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.caucus.app.settings.Settings;
import org.caucus.http.Integrations;
import org.caucus.http.RecoveryRequests;
import org.caucus.identity.Cookies;
import org.caucus.identity.Persons;
import org.caucus.identity.Sessions;
import org.caucus.identity.Tokens;
import org.caucus.identity.passkeys.OpenCredentials;
import org.caucus.identity.passkeys.PasskeyRecovery;
import org.caucus.identity.passkeys.Passkeys;
import org.caucus.identity.revocation.CredentialRevocation;
import org.caucus.identity.sessions.RevocationLog;
import org.caucus.identity.sessions.SharedCounters;
import org.caucus.kernel.CommandBus;
import org.caucus.messaging.delivery.MailQueue;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.messaging.distribution.recipients.RecipientBatches;
import org.caucus.messaging.moderation.ScheduledHoldReminders;
import org.caucus.messaging.notifications.Notices;
import org.caucus.messaging.notifications.digests.Digests;
import org.caucus.messaging.notifications.weekly.WeeklySender;
import org.caucus.operator.Shell;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.Snapshots;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.audit.LogTips;
import org.caucus.platform.eventlog.cluster.bus.AppendNotifier;
import org.caucus.platform.eventlog.cluster.bus.ClusterSecret;
import org.caucus.platform.eventlog.cluster.bus.EncryptedEventBus;
import org.caucus.platform.observability.security.SecurityLog;
import org.caucus.platform.spill.Spill;
import org.caucus.platform.store.DatabaseException;
import org.caucus.platform.store.DatabaseMove;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;
import org.caucus.views.feeds.FeedKeys;
import org.caucus.views.push.PushNotifications;
import org.caucus.views.push.PushStore;
import org.caucus.views.webhooks.WebhookStore;
import org.caucus.views.webhooks.Webhooks;
import org.caucus.workspace.CommitMeters;
import org.caucus.workspace.RecoveryWaits;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.SeatIndex;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.scheduled.ScheduledActionReminders;
import org.caucus.workspace.scheduled.ScheduledInvitations;
import org.caucus.workspace.scheduled.ScheduledPolls;
import org.caucus.workspace.scheduled.ScheduledPublication;
import org.caucus.workspace.scheduled.ScheduledReviews;
import org.jspecify.annotations.Nullable;

/** What stores: the bottom of {@link Wiring}, and all that an operator's command needs. */
public record StorageWiring(Mongo mongo, Vault vault, EventLog log, Blobs blobs)
    implements AutoCloseable {
  /** The names of the followers this program has. */
  static final List<String> FOLLOWERS =
      List.of(
          RecipientBatches.SUBSCRIPTION,
          Notices.NAME,
          Digests.NAME,
          SeatIndex.NAME,
          ScheduledHoldReminders.NAME,
          ScheduledActionReminders.NAME,
          ScheduledPublication.NAME,
          ScheduledPolls.NAME,
          ScheduledReviews.NAME,
          ScheduledInvitations.NAME,
          WeeklySender.NAME,
          Webhooks.NAME,
          PushNotifications.NAME,
          LogTips.NAME);

  /** Those that note what is still to be done, and so read a restored log from its beginning. */
  private static final List<String> WAITS =
      List.of(
          ScheduledHoldReminders.NAME,
          ScheduledActionReminders.NAME,
          ScheduledPublication.NAME,
          ScheduledPolls.NAME,
          ScheduledReviews.NAME,
          ScheduledInvitations.NAME,
          WeeklySender.NAME);

  /** Those that read a restored log from its end: what they did is done. */
  private static final List<String> DONE =
      FOLLOWERS.stream().filter(name -> !WAITS.contains(name)).toList();

  /** Takes the data directory and opens what is in it. */
  static StorageWiring open(Settings settings) {
    Mongo mongo = Mongo.open(new MongoSettings(settings.mongodbUri(), settings.data()));
    Spill.lieIn(settings.data());
    return opened(
        mongo,
        () -> {
          mongo.tryOut();
          return Vault.open(mongo, settings.masterKey());
        });
  }

  /** The same, but it makes nothing: {@link DatabaseException.NothingThere} where nothing is. */
  static StorageWiring openExisting(Settings settings) {
    Mongo mongo = Mongo.openExisting(new MongoSettings(settings.mongodbUri(), settings.data()));
    Spill.lieIn(settings.data());
    return opened(
        mongo,
        () -> {
          Vault there = Vault.openExisting(mongo, settings.masterKey());
          mongo.tryOut(); // not before: where nothing is it leaves nothing
          return there;
        });
  }

  private static StorageWiring opened(Mongo mongo, Supplier<Vault> keys) {
    try {
      mongo.reach();
      DatabaseMove.refuseMoved(mongo);
      Vault vault = keys.get();
      return new StorageWiring(mongo, vault, new EventLog(mongo, vault), new Blobs(mongo, vault));
    } catch (RuntimeException e) {
      mongo.close();
      throw e;
    }
  }

  /** The rooms of a server. One whose log was cut off since somebody knew its end stays shut. */
  Rooms rooms(InstantSource time, AppendNotifier bell, CommitMeters meters, int mib) {
    return guarded(new Rooms(log, new Snapshots(mongo, vault), time, bell, meters, mib));
  }

  private Rooms guarded(Rooms rooms) {
    LogTips tips = new LogTips(mongo, vault);
    rooms.beforeLoad(id -> tips.check(log, id));
    return rooms;
  }

  /**
   * Runs an operator's command with nothing else started.
   *
   * @param begins whether a new installation is made where there is none
   */
  public static int atDesk(Settings settings, boolean begins, Shell.Work work) {
    try (StorageWiring storage = begins ? open(settings) : openExisting(settings);
        DeskFloor floor = new DeskFloor(storage)) {
      MailQueue.Senders senders =
          storage.mongo().embedded() ? MailQueue.Senders.none() : MailQueue.Senders.others();
      return work.run(storage.desk(settings, floor, () -> floor.ending(settings), senders));
    }
  }

  /** Where nodes are many: what one ends, each hears of, whatever the bus loses. */
  RevocationLog ends(Vertx vertx, Consumer<String> ended) {
    RevocationLog ends = new RevocationLog(mongo, vault, ended);
    ends.start(vertx);
    return ends;
  }

  /** Ends what people are signed in with, at a running server. */
  CredentialRevocation ending(
      Integrations outlets,
      Wiring.House house,
      Wiring.Entry entry,
      Wiring.Post post,
      InstantSource clock) {
    return new CredentialRevocation(
        entry.persons(),
        entry.sessions(),
        entry.tokens(),
        outlets,
        post.telling(),
        lost(
            entry,
            new OpenCredentials(entry.sessions(), entry.tokens()),
            post,
            new RecoveryWaits(house.rooms(), house.seatings()),
            clock),
        entry.security(),
        clock);
  }

  /** The way back for those who have lost all passkeys. */
  PasskeyRecovery lost(
      Wiring.Entry entry,
      OpenCredentials letIn,
      Wiring.Post post,
      RecoveryRequests.Workspaces workspaces,
      InstantSource clock) {
    return new PasskeyRecovery(
        entry.passkeys(),
        letIn,
        workspaces,
        vault,
        post.telling(),
        clock,
        new SharedCounters(mongo, vault, clock));
  }

  /** Where operators' commands are run at a running server. */
  OperatorContext desk(
      Settings settings,
      Wiring.House house,
      Wiring.Entry entry,
      Wiring.Post post,
      Runnable retried,
      InstantSource clock) {
    Integrations outlets = outlets(house.rooms(), house.seatings(), clock);
    return desk(
        settings,
        house::rooms,
        () -> ending(outlets, house, entry, post, clock),
        senders(post.outbox(), retried));
  }

  /** The letters that a running server sends, one by one. */
  MailQueue queue(Outbox outbox, Runnable retried) {
    return new MailQueue(mongo, vault, senders(outbox, retried));
  }

  private static MailQueue.Senders senders(Outbox outbox, Runnable retried) {
    return new MailQueue.Senders() {
      @Override
      public boolean lives(String node) {
        return outbox.isAlive(node);
      }

      @Override
      public void retry() {
        retried.run();
      }
    };
  }

  /** What people's seats are read by without a sign-in. */
  Integrations outlets(Rooms rooms, SeatIndex seatings, InstantSource clock) {
    return new SeatIntegrations(
        rooms,
        seatings,
        new FeedKeys(mongo, vault, clock),
        new WebhookStore(mongo, vault),
        new PushStore(mongo, vault));
  }

  /** Where operators' commands are run. */
  OperatorContext desk(
      Settings settings,
      Supplier<CommandBus<Workspace>> floor,
      Supplier<CredentialRevocation> ending,
      MailQueue.Senders senders) {
    return new OperatorContext(
        settings.data(),
        mongo,
        vault,
        log,
        blobs,
        FOLLOWERS,
        DONE,
        floor,
        ending,
        settings.domain(),
        settings.baseUrl().toString(),
        new MailQueue(mongo, vault, senders));
  }

  @Override
  public void close() {
    mongo.close();
  }

  /** Rooms for an operator's command where no server runs; most commands need none. */
  static final class DeskFloor implements Supplier<CommandBus<Workspace>>, AutoCloseable {
    private final StorageWiring storage;
    private @Nullable Vertx vertx;
    private @Nullable Rooms rooms;

    DeskFloor(StorageWiring storage) {
      this.storage = storage;
    }

    @Override
    public CommandBus<Workspace> get() {
      return rooms();
    }

    private Rooms rooms() {
      if (rooms == null) {
        rooms =
            storage.guarded(
                new Rooms(storage.log(), InstantSource.system(), new AppendNotifier(bus())));
      }
      return rooms;
    }

    /** Nobody else hears it: a node that starts next reads the log. */
    private EncryptedEventBus bus() {
      if (vertx == null) {
        vertx = Vertx.vertx();
      }
      return new EncryptedEventBus(vertx, new ClusterSecret(storage.vault(), ""));
    }

    /** Of what the database holds; nobody is mailed, since no server runs that would send it. */
    CredentialRevocation ending(Settings settings) {
      InstantSource clock = InstantSource.system();
      Mongo mongo = storage.mongo();
      Vault vault = storage.vault();
      Sessions sessions = new Sessions(bus(), mongo, vault, clock);
      if (settings.cluster() != null) { // others may be running
        sessions.writeEndsTo(new RevocationLog(mongo, vault, id -> {})::add);
      }
      Cookies cookies = new Cookies(settings.baseUrl());
      Persons persons = new Persons(mongo, vault, sessions, cookies, settings.operators(), clock);
      Tokens tokens = new Tokens(mongo, vault, sessions::tellEnd, clock);
      SeatIndex seatings = SeatIndex.in(mongo, vault, rooms());
      return new CredentialRevocation(
          persons,
          sessions,
          tokens,
          storage.outlets(rooms(), seatings, clock),
          (person, what) -> {},
          new PasskeyRecovery(
              new Passkeys(mongo, vault),
              new OpenCredentials(sessions, tokens),
              new RecoveryWaits(rooms(), seatings),
              vault,
              (person, what) -> {},
              clock,
              new SharedCounters(mongo, vault, clock)),
          SecurityLog.in(vault, clock),
          clock);
    }

    @Override
    public void close() {
      if (rooms != null) {
        rooms.close();
      }
      if (vertx != null) {
        vertx.close().await();
      }
    }
  }
}
