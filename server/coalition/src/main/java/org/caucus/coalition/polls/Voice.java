package org.caucus.coalition.polls;

import org.caucus.coalition.access.Side;
import org.caucus.platform.json.PlainJson;

/**
 * One that is asked, and has one ballot.
 *
 * @param id the short name of an organisation, or the id of a seat
 * @param side which a quorum may be counted by
 */
@PlainJson
public record Voice(String id, Side side) {}
