package org.caucus.coalition.access;

/**
 * A member's own picture, without what cameras write into it. Anyone who is here sees it, as they
 * see the name; it goes with the seat when that ends.
 *
 * @param blob where its bytes are
 * @param type what they are, as in {@code image/png}
 * @param size in bytes
 * @param version what no other bytes are called: a page that has these need not ask again
 */
public record SeatPicture(String blob, String type, int size, String version) {}
