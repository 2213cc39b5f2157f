package org.caucus.messaging.inbound.pipeline.steps;

import org.caucus.coalition.entries.Post;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;

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
