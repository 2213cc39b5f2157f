package org.caucus;

import java.util.List;
import org.caucus.digests.Digests;
import org.caucus.log.Blobs;
import org.caucus.log.EventLog;
import org.caucus.log.Vault;
import org.caucus.log.audit.Tips;
import org.caucus.mongo.Mongo;
import org.caucus.mongo.MongoSettings;
import org.caucus.notices.Notices;
import org.caucus.operator.Desk;
import org.caucus.operator.Shell;
import org.caucus.relay.Relay;
import org.caucus.workspace.Seatings;

/** What stores: the bottom of {@link Wiring}, and all that an operator's command needs. */
record Storage(Mongo mongo, Vault vault, EventLog log, Blobs blobs) implements AutoCloseable {
  /** The names of the followers this program has. */
  static final List<String> FOLLOWERS = List.of(Relay.NAME, Notices.NAME, Digests.NAME, Seatings.NAME, Tips.NAME);

  /** Takes the data directory and opens what is in it. */
  static Storage open(Settings settings) {
    Mongo mongo = Mongo.open(new MongoSettings(settings.mongodbUri(), settings.data()));
    try {
      mongo.reach();
      Vault vault = Vault.open(mongo, settings.masterKey());
      return new Storage(mongo, vault, new EventLog(mongo, vault), new Blobs(mongo, vault));
    } catch (RuntimeException e) {
      mongo.close();
      throw e;
    }
  }

  /** Runs an operator's command with nothing else started. */
  static int atDesk(Settings settings, Shell.Work work) {
    try (Storage storage = open(settings)) {
      return work.run(storage.desk(settings));
    }
  }

  /** Where operators' commands are run. */
  Desk desk(Settings settings) {
    return new Desk(settings.data(), mongo, vault, log, blobs, FOLLOWERS);
  }

  @Override
  public void close() {
    mongo.close();
  }
}
