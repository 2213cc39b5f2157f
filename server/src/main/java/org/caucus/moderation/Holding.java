package org.caucus.moderation;

import org.caucus.log.Vault;
import org.caucus.log.due.Dues;
import org.caucus.mongo.Mongo;

/**
 * What is kept and known of letters that wait, outside the log.
 *
 * @param dues when each must be looked at
 * @param codes by which they are decided about by mail
 */
public record Holding(Dues dues, HoldCodes codes) {
  /** That of this installation. */
  public static Holding of(Mongo mongo, Vault vault) {
    return new Holding(HoldErrand.dues(mongo, vault), new HoldCodes(vault));
  }
}
