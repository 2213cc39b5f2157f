package org.caucus.platform.store.replica;

import java.util.Set;

/**
 * What may be asked of a database: what FerretDB 2 and Amazon DocumentDB have too, each by its own
 * list ("Compatibility" in FerretDB's documentation, "Supported MongoDB APIs" in DocumentDB's).
 * README.md says which were tried.
 */
public final class Portable {
  /** Commands. */
  public static final Set<String> COMMANDS =
      Set.of(
          "aggregate",
          "buildInfo",
          "createIndexes",
          "delete",
          "drop",
          "endSessions",
          "find",
          "getMore",
          "hello",
          "insert",
          "isMaster",
          "ismaster",
          "killCursors",
          "listCollections",
          "ping",
          "saslContinue",
          "saslStart",
          "update");

  /** Operators and stages; the last are fields of the protocol itself. */
  public static final Set<String> OPERATORS =
      Set.of(
          "$gt",
          "$lt",
          "$lte",
          "$in", // queries
          "$match",
          "$group",
          "$sum", // countDocuments
          "$db",
          "$readPreference",
          "$clusterTime");

  private Portable() {}
}
