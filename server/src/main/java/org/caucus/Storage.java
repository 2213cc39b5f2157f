package org.caucus;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.caucus.accounts.Cookies;
import org.caucus.accounts.Persons;
import org.caucus.accounts.Sessions;
import org.caucus.accounts.Tokens;
import org.caucus.accounts.ending.Ending;
import org.caucus.accounts.held.Ends;
import org.caucus.accounts.held.LastingCounts;
import org.caucus.accounts.passkeys.LetIn;
import org.caucus.accounts.passkeys.LostPasskeys;
import org.caucus.accounts.passkeys.Passkeys;
import org.caucus.command.Floor;
import org.caucus.digests.Digests;
import org.caucus.feeds.FeedKeys;
import org.caucus.http.Outlets;
import org.caucus.http.Recoveries;
import org.caucus.log.Blobs;
import org.caucus.log.EventLog;
import org.caucus.log.Snapshots;
import org.caucus.log.Vault;
import org.caucus.log.audit.Tips;
import org.caucus.log.bus.Doorbell;
import org.caucus.log.bus.SealedBus;
import org.caucus.log.bus.Secret;
import org.caucus.moderation.HoldErrand;
import org.caucus.moments.MomentErrand;
import org.caucus.mongo.DatabaseException;
import org.caucus.mongo.Mongo;
import org.caucus.mongo.MongoSettings;
import org.caucus.notices.Notices;
import org.caucus.notices.weekly.WeeklyClock;
import org.caucus.operator.ControlSocket;
import org.caucus.operator.Desk;
import org.caucus.operator.Shell;
import org.caucus.publication.PublicationErrand;
import org.caucus.relay.Relay;
import org.caucus.security.SecurityLog;
import org.caucus.spill.Spill;
import org.caucus.webhooks.Book;
import org.caucus.webhooks.Webhooks;
import org.caucus.workspace.CommitMeters;
import org.caucus.workspace.RecoveryWaits;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Seatings;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** What stores: the bottom of {@link Wiring}, and all that an operator's command needs. */
record Storage(Mongo mongo, Vault vault, EventLog log, Blobs blobs) implements AutoCloseable {
  /** The names of the followers this program has. */
  static final List<String> FOLLOWERS =
      List.of(
          Relay.NAME,
          Notices.NAME,
          Digests.NAME,
          Seatings.NAME,
          HoldErrand.NAME,
          MomentErrand.NAME,
          PublicationErrand.NAME,
          WeeklyClock.NAME,
          Webhooks.NAME,
          Tips.NAME);

  /** Those that note what is still to be done, and so read a restored log from its beginning. */
  private static final List<String> WAITS =
      List.of(HoldErrand.NAME, MomentErrand.NAME, PublicationErrand.NAME, WeeklyClock.NAME);

  /** Those that read a restored log from its end: what they did is done. */
  private static final List<String> DONE =
      FOLLOWERS.stream().filter(name -> !WAITS.contains(name)).toList();

  /** Takes the data directory and opens what is in it. */
  static Storage open(Settings settings) {
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
  static Storage openExisting(Settings settings) {
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

  private static Storage opened(Mongo mongo, Supplier<Vault> keys) {
    try {
      mongo.reach();
      Vault vault = keys.get();
      return new Storage(mongo, vault, new EventLog(mongo, vault), new Blobs(mongo, vault));
    } catch (RuntimeException e) {
      mongo.close();
      throw e;
    }
  }

  /** The rooms of a server. One whose log was cut off since somebody knew its end stays shut. */
  Rooms rooms(InstantSource time, Doorbell bell, CommitMeters meters, int mib) {
    return guarded(new Rooms(log, new Snapshots(mongo, vault), time, bell, meters, mib));
  }

  private Rooms guarded(Rooms rooms) {
    Tips tips = new Tips(mongo, vault);
    rooms.beforeLoad(id -> tips.check(log, id));
    return rooms;
  }

  /**
   * Runs an operator's command with nothing else started.
   *
   * @param begins whether a new installation is made where there is none
   */
  static int atDesk(Settings settings, boolean begins, Shell.Work work) {
    try (Storage storage = begins ? open(settings) : openExisting(settings);
        DeskFloor floor = new DeskFloor(storage)) {
      return work.run(storage.desk(settings, floor, () -> floor.ending(settings)));
    }
  }

  /** Where nodes are many: what one ends, each hears of, whatever the bus loses. */
  Ends ends(Vertx vertx, Consumer<String> ended) {
    Ends ends = new Ends(mongo, vault, ended);
    ends.start(vertx);
    return ends;
  }

  /** Ends what people are signed in with, at a running server. */
  Ending ending(
      Outlets outlets,
      Wiring.House house,
      Wiring.Entry entry,
      Wiring.Post post,
      InstantSource clock) {
    return new Ending(
        entry.persons(),
        entry.sessions(),
        entry.tokens(),
        outlets,
        post.telling(),
        lost(
            entry,
            new LetIn(entry.sessions(), entry.tokens()),
            post,
            new RecoveryWaits(house.rooms(), house.seatings()),
            clock),
        entry.security(),
        clock);
  }

  /** The way back for those who have lost all passkeys. */
  LostPasskeys lost(
      Wiring.Entry entry,
      LetIn letIn,
      Wiring.Post post,
      Recoveries.Workspaces workspaces,
      InstantSource clock) {
    return new LostPasskeys(
        entry.passkeys(),
        letIn,
        workspaces,
        vault,
        post.telling(),
        clock,
        new LastingCounts(mongo, vault, clock));
  }

  /** Takes operators' commands at a running server. */
  ControlSocket control(
      Settings settings,
      Wiring.House house,
      Wiring.Entry entry,
      Wiring.Post post,
      InstantSource clock) {
    Outlets outlets = outlets(house.rooms(), house.seatings(), clock);
    return ControlSocket.open(
        desk(settings, house::rooms, () -> ending(outlets, house, entry, post, clock)));
  }

  /** What people's seats are read by without a sign-in. */
  Outlets outlets(Rooms rooms, Seatings seatings, InstantSource clock) {
    return new SeatOutlets(
        rooms, seatings, new FeedKeys(mongo, vault, clock), new Book(mongo, vault));
  }

  /** Where operators' commands are run. */
  Desk desk(Settings settings, Supplier<Floor<Workspace>> floor, Supplier<Ending> ending) {
    return new Desk(
        settings.data(),
        mongo,
        vault,
        log,
        blobs,
        FOLLOWERS,
        DONE,
        floor,
        ending,
        settings.domain());
  }

  @Override
  public void close() {
    mongo.close();
  }

  /** Rooms for an operator's command where no server runs; most commands need none. */
  static final class DeskFloor implements Supplier<Floor<Workspace>>, AutoCloseable {
    private final Storage storage;
    private @Nullable Vertx vertx;
    private @Nullable Rooms rooms;

    DeskFloor(Storage storage) {
      this.storage = storage;
    }

    @Override
    public Floor<Workspace> get() {
      return rooms();
    }

    private Rooms rooms() {
      if (rooms == null) {
        rooms =
            storage.guarded(new Rooms(storage.log(), InstantSource.system(), new Doorbell(bus())));
      }
      return rooms;
    }

    /** Nobody else hears it: anyone who starts next reads the log. */
    private SealedBus bus() {
      if (vertx == null) {
        vertx = Vertx.vertx();
      }
      return new SealedBus(vertx, new Secret(storage.vault(), ""));
    }

    /** Of what the database holds; nobody is mailed, since no server runs that would send it. */
    Ending ending(Settings settings) {
      InstantSource clock = InstantSource.system();
      Mongo mongo = storage.mongo();
      Vault vault = storage.vault();
      Sessions sessions = new Sessions(bus(), mongo, vault, clock);
      if (settings.cluster() != null) { // others may be running
        sessions.writeEndsTo(new Ends(mongo, vault, id -> {})::add);
      }
      Cookies cookies = new Cookies(settings.baseUrl());
      Persons persons = new Persons(mongo, vault, sessions, cookies, settings.operators(), clock);
      Tokens tokens = new Tokens(mongo, vault, sessions::tellEnd, clock);
      Seatings seatings = Seatings.in(mongo, vault, rooms());
      return new Ending(
          persons,
          sessions,
          tokens,
          storage.outlets(rooms(), seatings, clock),
          (person, what) -> {},
          new LostPasskeys(
              new Passkeys(mongo, vault),
              new LetIn(sessions, tokens),
              new RecoveryWaits(rooms(), seatings),
              vault,
              (person, what) -> {},
              clock,
              new LastingCounts(mongo, vault, clock)),
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
