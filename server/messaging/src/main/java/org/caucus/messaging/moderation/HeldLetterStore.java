package org.caucus.messaging.moderation;

import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.jobs.JobSchedule;
import org.caucus.platform.store.Mongo;

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
