package org.caucus;

/** Starts Caucus. */
public final class Main {
  private Main() {}

  /** Entry point. */
  public static void main(String[] args) {
    System.out.println("caucus " + args.length);
  }
}
