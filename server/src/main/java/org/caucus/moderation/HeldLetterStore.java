package org.caucus.moderation;

import org.caucus.log.Vault;
import org.caucus.log.due.JobSchedule;
import org.caucus.mongo.Mongo;

/**
 * What is kept and known of letters that wait, outside the log.
 *
 * @param dues when each must be looked at
 * @param codes by which they are decided about by mail
 */
public record HeldLetterStore(JobSchedule dues, HoldCodes codes) {
  /** That of this installation. */
  public static HeldLetterStore of(Mongo mongo, Vault vault) {
    return new HeldLetterStore(ScheduledHoldReminders.dues(mongo, vault), new HoldCodes(vault));
  }
}
