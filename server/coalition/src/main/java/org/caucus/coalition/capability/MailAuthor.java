package org.caucus.coalition.capability;

import java.time.Instant;
import java.time.ZoneId;
import org.caucus.coalition.access.Seat;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a letter, and when: by this are its lines understood.
 *
 * @param zone in which its author's days begin; null if they chose none
 * @param received when it came
 */
public record MailAuthor(Seat seat, @Nullable ZoneId zone, Instant received) {}
