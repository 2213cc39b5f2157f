package org.caucus.postmaster.steps;

import org.caucus.entries.Post;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;

/** Cuts what is too long to show; the original is kept whole. */
record TextLimit() implements Step {
  @Override
  public Next take(Arrival arrival) {
    return Step.on(arrival.saying(cut(arrival.text())));
  }

  static String cut(String text) {
    if (text.length() <= Post.MAX_TEXT_CHARS) {
      return text;
    }
    int end = Post.MAX_TEXT_CHARS - Words.CUT.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + Words.CUT;
  }
}
