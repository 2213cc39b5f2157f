package org.caucus.coalition.access;

import java.time.Instant;
import org.caucus.kernel.SeatId;

/**
 * An organisation that one convenor wants to join, until another confirms it or it is declined.
 *
 * @param by who proposes it
 */
public record Proposal(
    String slug, String name, Side side, MemberEvent.History history, SeatId by, Instant at) {}
