package org.caucus.e2e.worlds;

import io.vertx.core.json.JsonObject;

/**
 * Whether two ways to ask can be told apart by how long the answer takes, from pairs asked one
 * right after the other: the machine's other doings fall on both of a pair.
 *
 * @param pairs how many
 * @param slower of these, in how many the first of the two took longer; ties count half
 */
record Apart(int pairs, double slower) {
  /** Of the normal distribution: two sides, 95 %. */
  private static final double SURE = 1.96;

  /** Of the same: what finds a difference in four of five tries. */
  private static final double POWER = 0.84;

  private static final double HALF = 0.5;

  /** From times of each pair. */
  static Apart of(long[] one, long[] other) {
    double slower = 0;
    for (int i = 0; i < one.length; i++) {
      slower += one[i] > other[i] ? 1 : one[i] == other[i] ? HALF : 0;
    }
    return new Apart(one.length, slower);
  }

  /** The share of pairs in which the first took longer: 0.5 where nothing tells them apart. */
  double share() {
    return slower / pairs;
  }

  private double error() {
    return SURE * Math.sqrt(HALF * HALF / pairs);
  }

  /** Whether so many pairs tell them apart, at 95 %: by chance, one run in twenty says so. */
  boolean told() {
    return Math.abs(share() - HALF) > error();
  }

  /** How far from 0.5 the share may be, at most, at 95 %. */
  double bound() {
    return Math.abs(share() - HALF) + error();
  }

  /** The fewest pairs after which somebody else could know, if it is as far from 0.5 as that. */
  long needed() {
    double both = (SURE + POWER) * HALF / bound();
    return (long) Math.ceil(both * both);
  }

  /** For a line of the bench. */
  JsonObject json() {
    return new JsonObject()
        .put("pairs", pairs)
        .put("pairs_slower", rounded(share()))
        .put("bound", rounded(bound()))
        .put("told_apart", told())
        .put("pairs_needed_at_least", needed());
  }

  private static double rounded(double share) {
    return Math.round(share * 10_000) / 10_000.0;
  }
}
