package org.caucus.postmaster.steps;

import org.caucus.entries.Post;
import org.caucus.postmaster.arrival.PipelineContext;
import org.caucus.postmaster.arrival.PipelineStep;
import org.caucus.postmaster.arrival.RefusalMessages;

/** Cuts what is too long to show; the original is kept whole. */
record TextLimit() implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    return PipelineStep.on(arrival.saying(cut(arrival.text())));
  }

  static String cut(String text) {
    if (text.length() <= Post.MAX_TEXT_CHARS) {
      return text;
    }
    int end = Post.MAX_TEXT_CHARS - RefusalMessages.CUT.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + RefusalMessages.CUT;
  }
}
