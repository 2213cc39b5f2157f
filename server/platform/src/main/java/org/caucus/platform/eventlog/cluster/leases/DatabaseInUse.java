package org.caucus.platform.eventlog.cluster.leases;

/** Two processes work on one database, and at least one of them believes to be the only one. */
public final class DatabaseInUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseInUse(boolean alone) {
    super(
        alone
            ? "Another Caucus works on the MongoDB database of CAUCUS_MONGODB_URI. Stop that one,"
                + " or start all of them with --cluster (CAUCUS_CLUSTER=on)."
            : "A Caucus that was started without --cluster works on the MongoDB database of"
                + " CAUCUS_MONGODB_URI. Stop that one, and start it with --cluster too.",
        null,
        false,
        false);
  }
}
