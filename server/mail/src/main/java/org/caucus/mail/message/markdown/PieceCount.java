package org.caucus.mail.message.markdown;

/** Counts what a text is read into, so that what it costs to read it is bounded. */
final class PieceCount {
  private int pieces;

  /** One more. */
  void one() {
    pieces++;
    if (pieces > Markdown.MOST_PIECES) {
      throw new Beyond();
    }
  }
}
