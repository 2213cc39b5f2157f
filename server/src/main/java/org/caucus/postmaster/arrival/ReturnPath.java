package org.caucus.postmaster.arrival;

import java.time.Instant;

/** Where letters go that came to a return path: bounces, complaints, answering machines. */
public interface ReturnPath {
  /**
   * Takes one, and blocks until what it says is durable. The same letter may be brought again.
   *
   * @param ticket of the return path; perhaps forged
   * @param id of the letter, random
   * @param letter its bytes
   */
  void returned(String ticket, String id, byte[] letter, Instant at);
}
